package org.csrgrid.domain.campaign;

import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;

/** As much of a ledger entry as a campaign's totals need. */
public record TotalsEntry(long entryId, LedgerKind kind, long campaignMinorUnits) {

    public static TotalsEntry of(LedgerEntry entry) {
        return new TotalsEntry(entry.id(), entry.kind(), entry.campaignAmount().minorUnits());
    }
}
