package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.payment.NextFact;
import org.csrgrid.domain.payment.PaymentReconciliation;
import org.csrgrid.domain.payment.PaymentSnapshot;

/** Why a donation is settled: asked again and again for the next money fact until there is none. Pure. */
@FunctionalInterface
interface Intent {

    NextFact next(Donation donation, EntryDraft draft);

    /**
     * Whether to read the ledger even if the donation seems settled. The others notice an entry they do not know of when they append at its place.
     */
    default boolean readsLedger() {
        return false;
    }

    /** Only works off what the ledger already says. */
    static Intent catchUp() {
        return new Intent() {
            @Override
            public NextFact next(Donation donation, EntryDraft draft) {
                return new NextFact.UpToDate();
            }

            @Override
            public boolean readsLedger() {
                return true;
            }
        };
    }

    /** Brings the ledger up to what the gateway says. */
    static Intent reconcile(PaymentSnapshot snapshot) {
        return (donation, draft) -> PaymentReconciliation.next(donation, snapshot, draft);
    }

    /** Closes a pledge for which no payment was created. */
    static Intent cancel(long actorId) {
        return (donation, draft) -> donation.status().isOpen() && donation.payment() == null
                ? new NextFact.Append(draft.of(LedgerKind.CANCELLED)
                        .by(actorId, null)
                        .because("cancelled by the donor")
                        .build())
                : new NextFact.UpToDate();
    }
}
