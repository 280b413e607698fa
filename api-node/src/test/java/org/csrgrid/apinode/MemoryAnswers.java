package org.csrgrid.apinode;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.ManagedContext;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCall;
import org.csrgrid.grid.donation.CancelDonation;
import org.csrgrid.grid.donation.CancelOutcome;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.DonationPage;
import org.csrgrid.grid.donation.ListDonations;
import org.csrgrid.grid.donation.RefundOutcome;
import org.csrgrid.grid.donation.RequestRefund;
import org.csrgrid.grid.job.AddJobs;
import org.csrgrid.grid.job.EnqueueJobs;
import org.csrgrid.grid.job.Enqueued;
import org.csrgrid.grid.job.EnqueuedJobs;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.ledger.FindByGuard;
import org.csrgrid.grid.ledger.FoundEntry;

/** Answers what grid nodes answer, from a ledger in memory. */
final class MemoryAnswers implements ManagedContext {

    private static final AtomicLong NEXT_ENTRY = new AtomicLong(1);
    private final MemoryLedger ledger;
    private final Supplier<HazelcastInstance> grid;

    private final MemoryJobs jobs;
    private final MemoryAnalytics analytics;
    final MemoryAudit audit = new MemoryAudit();

    MemoryAnswers(MemoryLedger ledger, MemoryJobs jobs, MemoryAnalytics analytics, Supplier<HazelcastInstance> grid) {
        this.ledger = ledger;
        this.analytics = analytics;
        this.jobs = jobs;
        this.grid = grid;
    }

    @Override
    public Object initialize(Object arrived) {
        return switch (arrived) {
            case FindByGuard call ->
                (Callable<FoundEntry>)
                        () -> new FoundEntry(ledger.findByGuard(call.guard()).orElse(null));
            case ListDonations call -> (Callable<DonationPage>) () -> list(call);
            case CancelDonation call -> (Callable<CancelOutcome>) () -> cancel(call);
            case RequestRefund call -> (Callable<RefundOutcome>) () -> refund(call);
            case EnqueueJobs call -> (Callable<EnqueuedJobs>) () -> enqueue(call);
            case MemberCall<?> call ->
                jobs.answer(call)
                        .or(() -> analytics.answer(call))
                        .or(() -> audit.answer(call))
                        .<Object>map(answer -> answer)
                        .orElse(call);
            case null, default -> arrived;
        };
    }

    private EnqueuedJobs enqueue(EnqueueJobs call) {
        IMap<JobKey, Job> all = grid.get().getMap(GridMaps.JOBS);
        return new EnqueuedJobs(call.jobs().stream()
                .map(job -> all.executeOnKey(JobKey.of(job), new AddJobs(List.of(job))))
                .map(answer -> (answer == AddJobs.ADDED ? Enqueued.ADDED : Enqueued.JOINED).ordinal())
                .toList());
    }

    private DonationPage list(ListDonations call) {
        List<Donation> found = ledger.donations().stream()
                .filter(donation -> call.donorId() == 0 || donation.donorId() == call.donorId())
                .filter(donation -> call.campaignId() == 0 || donation.campaignId() == call.campaignId())
                .filter(donation -> donation.id() < call.beforeId())
                .sorted(Comparator.comparingLong(Donation::id).reversed())
                .limit(call.limit() + 1L)
                .toList();
        boolean more = found.size() > call.limit();
        List<Donation> page = more ? found.subList(0, call.limit()) : found;
        return new DonationPage(page, more ? page.getLast().id() : 0);
    }

    private CancelOutcome cancel(CancelDonation call) {
        Donation donation = donations().get(call.donation());
        if (donation == null) {
            return new CancelOutcome.DonationNotFound();
        }
        if (!donation.status().isOpen()) {
            return new CancelOutcome.NotCancellable(donation.status());
        }
        return new CancelOutcome.Cancelled(append(
                donation,
                draft(donation, call.now())
                        .of(LedgerKind.CANCELLED)
                        .by(call.actorId(), null)
                        .build()));
    }

    private RefundOutcome refund(RequestRefund call) {
        String guard = LedgerEntry.idempotencyGuard(call.actorId(), call.idempotencyKey());
        Donation donation = donations().get(call.donation());
        LedgerEntry earlier = ledger.findByGuard(guard).orElse(null);
        if (earlier != null) {
            return call.fingerprint().equals(earlier.fingerprint())
                    ? new RefundOutcome.Replayed(donation, earlier.id())
                    : new RefundOutcome.KeyReused();
        }
        if (!donation.status().isRefundable()) {
            return new RefundOutcome.NotRefundable(donation.status());
        }
        var amount = call.amountMinorUnits() == 0
                ? donation.refundable()
                : donation.amount().withMinorUnits(call.amountMinorUnits());
        if (amount.compareTo(donation.refundable()) > 0) {
            return new RefundOutcome.ExceedsRefundable(donation.refundable());
        }
        LedgerEntry entry = draft(donation, call.now())
                .of(LedgerKind.REFUND_REQUESTED)
                .amount(amount, donation.campaignShareOf(amount))
                .once(guard)
                .by(call.actorId(), call.fingerprint())
                .because(call.reason())
                .build();
        return new RefundOutcome.Requested(append(donation, entry), entry.id());
    }

    /** Adds an entry, as a payment's job does. */
    Donation append(Donation donation, LedgerEntry entry) {
        ledger.store(entry.id(), entry);
        Donation after = donation.apply(entry);
        donations().set(DonationKey.of(after), after);
        return after;
    }

    static EntryDraft draft(Donation donation, Instant now) {
        return new EntryDraft(donation, NEXT_ENTRY.getAndIncrement(), now);
    }

    private IMap<DonationKey, Donation> donations() {
        return grid.get().getMap(GridMaps.DONATIONS);
    }
}
