package org.csrgrid.domain.ledger;

/** What a ledger entry states. The names are stored; never rename one. */
public enum LedgerKind {
    /** The donor promised the money. */
    PLEDGED(false),
    /** The gateway holds the money. */
    CAPTURED(true),
    PAYMENT_FAILED(false),
    CANCELLED(false),
    /** The gateway captured a donation that was closed before; the money goes back and never enters a total. */
    STRAY_CAPTURED(false),
    STRAY_REFUNDED(false),
    REFUND_REQUESTED(false),
    REFUND_FAILED(false),
    REFUNDED(true),
    DISPUTED(false),
    DISPUTE_WON(false),
    DISPUTE_LOST(true),
    MATCH_POSTED(true),
    MATCH_REVERSED(true);

    private final boolean movesTotals;

    LedgerKind(boolean movesTotals) {
        this.movesTotals = movesTotals;
    }

    /** Whether an entry of this kind changes its campaign's totals. */
    public boolean movesTotals() {
        return movesTotals;
    }
}
