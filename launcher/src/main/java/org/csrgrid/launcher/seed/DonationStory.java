package org.csrgrid.launcher.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.NextFact;
import org.csrgrid.domain.payment.PaymentReconciliation;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayRefund;
import org.jspecify.annotations.Nullable;

/** One donation's life, told by the same rules that write the ledger in earnest. */
final class DonationStory {

    private final DemoIds ids;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private Donation donation;
    private Instant now;

    DonationStory(LedgerEntry pledge, DemoIds ids) {
        this.ids = ids;
        entries.add(pledge);
        donation = Donation.pledged(pledge);
        now = pledge.at();
    }

    Donation donation() {
        return donation;
    }

    EntryDraft draft() {
        return new EntryDraft(donation, ids.at(now), now);
    }

    void add(LedgerEntry entry) {
        entries.add(entry);
        donation = donation.apply(entry);
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    void capture() {
        reconcile(snapshot(PaymentSnapshot.Status.SUCCEEDED, null));
    }

    void fail(String reason) {
        reconcile(snapshot(PaymentSnapshot.Status.FAILED, reason));
    }

    void cancel() {
        add(draft().of(LedgerKind.CANCELLED)
                .by(donation.donorId(), null)
                .because("cancelled by the donor")
                .build());
    }

    /** Asked for by an administrator and paid back by the employer. */
    void refund(Money amount, long administrator, String reason) {
        LedgerEntry request = draft().of(LedgerKind.REFUND_REQUESTED)
                .amount(amount, donation.campaignShareOf(amount))
                .once(LedgerEntry.idempotencyGuard(administrator, "demo-refund-" + donation.id()))
                .by(administrator, null)
                .because(reason)
                .build();
        add(request);
        later(Duration.ofMinutes(1));
        String reference = Long.toString(request.id());
        reconcile(snapshot(PaymentSnapshot.Status.SUCCEEDED, null)
                .withRefund(new GatewayRefund(
                        gateway() + "-" + reference, amount, GatewayRefund.Status.SUCCEEDED, reference, null)));
    }

    private void reconcile(PaymentSnapshot snapshot) {
        while (PaymentReconciliation.next(donation, snapshot, draft()) instanceof NextFact.Append append) {
            add(append.entry());
        }
    }

    private PaymentSnapshot snapshot(PaymentSnapshot.Status status, @Nullable String failureReason) {
        String reference = donation.campaignId() + "-" + donation.id();
        return new PaymentSnapshot(
                gateway(), reference, reference, status, donation.amount(), failureReason, null, List.of(), null);
    }

    private String gateway() {
        return donation.pledge().method().jsonName();
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    /** The donation with everything counted, as it is stored. */
    Donation end() {
        return donation.settled(now);
    }
}
