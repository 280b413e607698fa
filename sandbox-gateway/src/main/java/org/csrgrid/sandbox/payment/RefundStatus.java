package org.csrgrid.sandbox.payment;

import java.util.Locale;

/** Where a refund stands. */
public enum RefundStatus {
    PENDING,
    SUCCEEDED,
    FAILED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }
}
