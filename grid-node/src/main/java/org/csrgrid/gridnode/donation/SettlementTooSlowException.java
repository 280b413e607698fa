package org.csrgrid.gridnode.donation;

/** A settlement used up its time before counting; its job tries again under a new lease. */
final class SettlementTooSlowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettlementTooSlowException(long donationId) {
        super("settling donation %d took too long; it is tried again".formatted(donationId));
    }
}
