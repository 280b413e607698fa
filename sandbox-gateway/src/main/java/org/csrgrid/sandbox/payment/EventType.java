package org.csrgrid.sandbox.payment;

import java.util.Locale;

/** What a webhook tells. */
public enum EventType {
    PAYMENT_REQUIRES_ACTION,
    PAYMENT_PROCESSING,
    PAYMENT_SUCCEEDED,
    PAYMENT_FAILED,
    PAYMENT_CANCELLED,
    REFUND_SUCCEEDED,
    REFUND_FAILED,
    DISPUTE_OPENED,
    DISPUTE_WON,
    DISPUTE_LOST;

    private final String wireName = name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");

    /** The name in JSON, such as {@code payment.requires_action}. */
    public String wireName() {
        return wireName;
    }
}
