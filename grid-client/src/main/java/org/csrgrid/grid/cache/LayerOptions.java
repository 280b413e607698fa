package org.csrgrid.grid.cache;

import java.time.Duration;

/**
 * How one layer behaves. The same in all processes that share the layer.
 *
 * @param name of the layer, unique in the cluster
 * @param life how long a value is fresh, if its loader doesn't say
 * @param shortestLife a loader's answer is never fresh for less
 * @param longestLife a loader's answer is never fresh for longer
 * @param absentLife how long it is remembered that the origin has no value
 * @param eagerPercent of its life after which a value that is asked for is loaded again in the background; 100 for never
 * @param jitterPercent by which lives are shortened at random at most, so that what was loaded together is not loaded again together
 * @param softTimeout how long a load may take while there is an old value; then that is served, and the load goes on
 * @param hardTimeout how long a load may take while there is none, and for how long another process waits for it
 * @param failSafe how long after its life a value may stand in for one that cannot be loaded; zero for never
 * @param staleThrottle after a failed load, how long the old value is served before the next load
 * @param failureThrottle after a failed load without an old value, how long callers get the failure before the next load
 * @param nearLife how long a process serves a value without asking the grid; the longest time that a lost invalidation matters
 * @param nearBytes what a process keeps near at most, about; 0 for nothing
 * @param compressAbove encoded values of more bytes are compressed if that makes them smaller by an eighth; {@code Integer.MAX_VALUE} for never
 * @param entryLimit encoded values of more bytes are not cached
 * @param mostTags invalidated tags that are remembered; beyond that the oldest invalidations concern everything loaded before them
 * @param targetHitPercent the share of hits that is worth full marks
 */
public record LayerOptions(
        String name,
        Duration life,
        Duration shortestLife,
        Duration longestLife,
        Duration absentLife,
        int eagerPercent,
        int jitterPercent,
        Duration softTimeout,
        Duration hardTimeout,
        Duration failSafe,
        Duration staleThrottle,
        Duration failureThrottle,
        Duration nearLife,
        long nearBytes,
        int compressAbove,
        int entryLimit,
        int mostTags,
        int targetHitPercent) {

    public LayerOptions {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a layer: empty (expected: a text)");
        }
        require("life", life, shortestLife, longestLife);
        require("eagerPercent", eagerPercent, 1, 100);
        require("jitterPercent", jitterPercent, 0, 90);
        require("targetHitPercent", targetHitPercent, 1, 100);
        require("entryLimit", entryLimit, 1, Integer.MAX_VALUE);
        require("mostTags", mostTags, 1, Integer.MAX_VALUE);
        positive("shortestLife", shortestLife);
        positive("absentLife", absentLife);
        positive("hardTimeout", hardTimeout);
        positive("nearLife", nearLife);
        require("softTimeout", softTimeout, Duration.ZERO, hardTimeout);
    }

    /** A layer whose values are fresh for so long; all else as it fits most layers. */
    public static LayerOptions of(String name, Duration life) {
        return new Builder(name, life).build();
    }

    /** Begins with {@link #of}. */
    public static Builder with(String name, Duration life) {
        return new Builder(name, life);
    }

    /** The longest time an entry can be of use after its load began. */
    Duration longestUse() {
        return longestLife.plus(failSafe).plus(hardTimeout.multipliedBy(2));
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("%s: %s (expected: more than zero)".formatted(name, value));
        }
    }

    private static <T extends Comparable<T>> void require(String name, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s: %s (expected: %s to %s)".formatted(name, value, least, most));
        }
    }

    /** Collects options. */
    public static final class Builder {
        private final String name;
        private final Duration life;
        private Duration shortestLife;
        private Duration longestLife;
        private Duration absentLife;
        private int eagerPercent = 80;
        private int jitterPercent = 10;
        private Duration softTimeout = Duration.ofMillis(100);
        private Duration hardTimeout = Duration.ofSeconds(5);
        private Duration failSafe = Duration.ofHours(2);
        private Duration staleThrottle = Duration.ofSeconds(10);
        private Duration failureThrottle = Duration.ofSeconds(1);
        private Duration nearLife = Duration.ofSeconds(10);
        private long nearBytes = 16L << 20;
        private int compressAbove = 1 << 10;
        private int entryLimit = 1 << 20;
        private int mostTags = 100_000;
        private int targetHitPercent = 90;

        private Builder(String name, Duration life) {
            this.name = name;
            this.life = life;
            shortestLife = life.compareTo(Duration.ofSeconds(1)) < 0 ? life : Duration.ofSeconds(1);
            longestLife = life.multipliedBy(10);
            absentLife = life.dividedBy(10);
        }

        public Builder lives(Duration shortest, Duration longest, Duration absent) {
            shortestLife = shortest;
            longestLife = longest;
            absentLife = absent;
            return this;
        }

        public Builder eager(int percent) {
            eagerPercent = percent;
            return this;
        }

        public Builder jitter(int percent) {
            jitterPercent = percent;
            return this;
        }

        public Builder timeouts(Duration soft, Duration hard) {
            softTimeout = soft;
            hardTimeout = hard;
            return this;
        }

        public Builder failSafe(Duration longest) {
            failSafe = longest;
            return this;
        }

        public Builder throttles(Duration stale, Duration failure) {
            staleThrottle = stale;
            failureThrottle = failure;
            return this;
        }

        public Builder near(Duration nearestLife, long bytes) {
            nearLife = nearestLife;
            nearBytes = bytes;
            return this;
        }

        public Builder sizes(int compressed, int limit) {
            compressAbove = compressed;
            entryLimit = limit;
            return this;
        }

        public Builder mostTags(int most) {
            mostTags = most;
            return this;
        }

        public Builder targetHitPercent(int percent) {
            targetHitPercent = percent;
            return this;
        }

        /** @throws IllegalArgumentException naming what does not fit */
        public LayerOptions build() {
            return new LayerOptions(
                    name,
                    life,
                    shortestLife,
                    longestLife,
                    absentLife,
                    eagerPercent,
                    jitterPercent,
                    softTimeout,
                    hardTimeout,
                    failSafe,
                    staleThrottle,
                    failureThrottle,
                    nearLife,
                    nearBytes,
                    compressAbove,
                    entryLimit,
                    mostTags,
                    targetHitPercent);
        }
    }
}
