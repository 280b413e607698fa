package org.csrgrid.domain.donation;

/** Whether money arrived for a donation after it was closed, and whether it went back. */
public enum StrayPayment {
    NONE,
    CAPTURED,
    REFUNDED
}
