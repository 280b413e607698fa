package org.csrgrid.gridnode.donation;

import java.time.Clock;
import java.util.Optional;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.NextFact;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.donation.RefundOutcome;
import org.csrgrid.grid.donation.RequestRefund;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.mapstore.ledger.LedgerDao;

/** Answers {@link RequestRefund}: reserves the money in the ledger, then has a job ask the gateway. */
final class Refunds {

    private final DonationGrid donations;
    private final Settlement settlement;
    private final LedgerDao ledger;
    private final JobGrid jobs;
    private final Clock clock;

    Refunds(DonationGrid donations, Settlement settlement, LedgerDao ledger, JobGrid jobs, Clock clock) {
        this.donations = donations;
        this.settlement = settlement;
        this.ledger = ledger;
        this.jobs = jobs;
        this.clock = clock;
    }

    RefundOutcome request(RequestRefund request) {
        Optional<RefundOutcome> earlier = earlier(request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Donation donation = donations.find(request.donation()).orElse(null);
        if (donation == null) {
            return new RefundOutcome.DonationNotFound();
        }
        Optional<RefundOutcome> refusal = refusal(donation, request);
        return refusal.isPresent() ? refusal.get() : reserve(request);
    }

    private static Optional<RefundOutcome> refusal(Donation donation, RequestRefund request) {
        if (!donation.status().isRefundable()) {
            return Optional.of(new RefundOutcome.NotRefundable(donation.status()));
        }
        Money refundable = donation.refundable();
        boolean tooMuch = request.amountMinorUnits() > refundable.minorUnits() || refundable.isZero();
        return tooMuch ? Optional.of(new RefundOutcome.ExceedsRefundable(refundable)) : Optional.empty();
    }

    private RefundOutcome reserve(RequestRefund request) {
        SettlementOutcome outcome = settlement.settlePatiently(request.donation(), reservation(request), null);
        return switch (outcome) {
            case SettlementOutcome.Settled settled -> reserved(request, settled);
            case SettlementOutcome.Busy _ -> new RefundOutcome.Busy();
            case SettlementOutcome.DonationNotFound _ -> new RefundOutcome.DonationNotFound();
            case SettlementOutcome.StrayToReturn stray ->
                new RefundOutcome.NotRefundable(stray.donation().status());
            case SettlementOutcome.Mismatch _ -> new RefundOutcome.KeyReused();
        };
    }

    private RefundOutcome reserved(RequestRefund request, SettlementOutcome.Settled settled) {
        Optional<LedgerEntry> entry = settled.appended().stream()
                .filter(added -> added.kind() == LedgerKind.REFUND_REQUESTED)
                .findFirst();
        if (entry.isEmpty()) {
            Donation donation = settled.donation();
            return earlier(request).or(() -> refusal(donation, request)).orElseGet(RefundOutcome.Busy::new);
        }
        jobs.enqueue(PaymentJobs.processRefund(request.donation(), entry.get().id(), clock.instant()));
        return new RefundOutcome.Requested(settled.donation(), entry.get().id());
    }

    /** Reserves once: after its entry is in, there is nothing left to add. */
    private static Intent reservation(RequestRefund request) {
        String guard = LedgerEntry.idempotencyGuard(request.actorId(), request.idempotencyKey());
        boolean[] done = {false};
        return (donation, draft) -> {
            if (done[0] || refusal(donation, request).isPresent()) {
                return new NextFact.UpToDate();
            }
            done[0] = true;
            Money amount = request.amountMinorUnits() == 0
                    ? donation.refundable()
                    : donation.amount().withMinorUnits(request.amountMinorUnits());
            return new NextFact.Append(draft.of(LedgerKind.REFUND_REQUESTED)
                    .amount(amount, donation.campaignShareOf(amount))
                    .once(guard)
                    .by(request.actorId(), request.fingerprint())
                    .because(request.reason())
                    .build());
        };
    }

    private Optional<RefundOutcome> earlier(RequestRefund request) {
        return ledger.byGuard(LedgerEntry.idempotencyGuard(request.actorId(), request.idempotencyKey()))
                .map(entry -> answer(entry, request));
    }

    private RefundOutcome answer(LedgerEntry entry, RequestRefund request) {
        boolean same = entry.kind() == LedgerKind.REFUND_REQUESTED
                && entry.donationId() == request.donation().donationId()
                && request.fingerprint().equals(entry.fingerprint());
        if (!same) {
            return new RefundOutcome.KeyReused();
        }
        return donations
                .find(request.donation())
                .<RefundOutcome>map(donation -> new RefundOutcome.Replayed(donation, entry.id()))
                .orElseGet(RefundOutcome.DonationNotFound::new);
    }
}
