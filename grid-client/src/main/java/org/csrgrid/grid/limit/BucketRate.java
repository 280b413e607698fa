package org.csrgrid.grid.limit;

/**
 * How fast a bucket fills and how much it holds.
 *
 * @param perMinute tokens that come back in a minute, evenly; at least 1
 * @param burst tokens it holds at most and starts with; at least 1
 */
public record BucketRate(long perMinute, long burst) {

    public BucketRate {
        if (perMinute < 1 || burst < 1) {
            throw new IllegalArgumentException("perMinute: %d, burst: %d (expected: >= 1)".formatted(perMinute, burst));
        }
    }
}
