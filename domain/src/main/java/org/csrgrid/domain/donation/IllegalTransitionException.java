package org.csrgrid.domain.donation;

/** A ledger entry that cannot follow what the donation already is: a fault, since entries are checked before they are written. */
public final class IllegalTransitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalTransitionException(long donationId, DonationStatus from, Object to) {
        super("donation %d: %s cannot follow %s".formatted(donationId, to, from));
    }
}
