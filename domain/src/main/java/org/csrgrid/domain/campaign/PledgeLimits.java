package org.csrgrid.domain.campaign;

/** The smallest and largest pledge, both inclusive, in minor units of the pledge's own currency. */
public record PledgeLimits(long minimumMinorUnits, long maximumMinorUnits) {

    public PledgeLimits {
        if (minimumMinorUnits < 1 || maximumMinorUnits < minimumMinorUnits) {
            throw new IllegalArgumentException("limits: %d..%d (expected: 1 <= minimum <= maximum)"
                    .formatted(minimumMinorUnits, maximumMinorUnits));
        }
    }
}
