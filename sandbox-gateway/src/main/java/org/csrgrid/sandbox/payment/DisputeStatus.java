package org.csrgrid.sandbox.payment;

import java.util.Locale;

/** Where a dispute stands; won and lost are seen from the merchant. */
public enum DisputeStatus {
    OPEN,
    WON,
    LOST;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }
}
