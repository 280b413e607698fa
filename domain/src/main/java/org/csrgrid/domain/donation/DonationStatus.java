package org.csrgrid.domain.donation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a donation stands. The names are stored and the lower-case names are JSON; never rename one. */
public enum DonationStatus {
    PENDING,
    REQUIRES_ACTION,
    PROCESSING,
    COMPLETED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    DISPUTED,
    FAILED,
    CANCELLED;

    private static final Set<DonationStatus> OPEN = EnumSet.of(PENDING, REQUIRES_ACTION, PROCESSING);

    /** Whether the money has not been captured yet and still may be. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether money may be given back now. */
    public boolean isRefundable() {
        return this == COMPLETED || this == PARTIALLY_REFUNDED;
    }

    /** The states that may follow this one; staying is always allowed. */
    public Set<DonationStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(REQUIRES_ACTION, PROCESSING, COMPLETED, FAILED, CANCELLED);
            case REQUIRES_ACTION -> EnumSet.of(PROCESSING, COMPLETED, FAILED, CANCELLED);
            case PROCESSING -> EnumSet.of(REQUIRES_ACTION, COMPLETED, FAILED, CANCELLED);
            case COMPLETED -> EnumSet.of(PARTIALLY_REFUNDED, REFUNDED, DISPUTED);
            case PARTIALLY_REFUNDED -> EnumSet.of(REFUNDED, DISPUTED);
            case DISPUTED -> EnumSet.of(COMPLETED, PARTIALLY_REFUNDED, REFUNDED);
            case REFUNDED, FAILED, CANCELLED -> EnumSet.noneOf(DonationStatus.class);
        };
    }

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
