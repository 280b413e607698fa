package org.csrgrid.domain.donation;

/** A ledger entry cannot be applied yet because an earlier one is missing; read the ledger and apply them in order. */
public final class LedgerGapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerGapException(long donationId, int expected, int sequence) {
        super("donation %d: ledger sequence %d (expected: %d)".formatted(donationId, sequence, expected));
    }
}
