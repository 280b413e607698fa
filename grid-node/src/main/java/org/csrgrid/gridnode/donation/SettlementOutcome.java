package org.csrgrid.gridnode.donation;

import java.util.List;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.LedgerEntry;

/** How far a settlement got. */
public sealed interface SettlementOutcome {

    /**
     * Every entry is in the ledger, in the totals and on the donation.
     *
     * @param appended the entries this run added
     */
    record Settled(Donation donation, List<LedgerEntry> appended) implements SettlementOutcome {}

    /** Settled, but the gateway holds money for a closed donation, which has to be sent back. */
    record StrayToReturn(Donation donation) implements SettlementOutcome {}

    /** What the gateway says cannot belong to this donation. Nothing was added. */
    record Mismatch(String reason) implements SettlementOutcome {}

    /** Another worker moves the donation. */
    record Busy() implements SettlementOutcome {}

    record DonationNotFound() implements SettlementOutcome {}
}
