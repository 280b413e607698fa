package org.csrgrid.gridnode.donation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.payment.NextFact;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.LeaseOutcome;
import org.csrgrid.grid.ledger.AppendOutcome;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.gridnode.match.MatchGranting;
import org.csrgrid.mapstore.donation.DonationDao;
import org.csrgrid.mapstore.ledger.LedgerDao;
import org.jspecify.annotations.Nullable;

/**
 * A donation's second half, on a member: from "the gateway says" to the campaign's total. The first half is
 * {@link org.csrgrid.grid.donation.Pledging}.
 *
 * <ol>
 *   <li>Lease the donation. Dying here costs the time until the lease runs out.
 *   <li>Read from the ledger what the donation does not contain or nobody counted, left by a run that died.
 *   <li>Append the missing money facts one by one. UNIQUE (donation, sequence) makes the database the arbiter: if another run was faster, its entry is
 *       read and applied instead. Dying here leaves a fact that the next run finds in step 2.
 *   <li>Append the company's match, within caps held for this donation, or its reversal.
 *   <li>Count all entries on the campaign's totals and the match's caps, which remember their ids. Dying here makes the next run count again, and the
 *       totals skip what they contain; totals loaded afresh are the fold of the ledger and remember the ids the donation does not record as counted.
 *   <li>Write the donation: entries applied, all counted, lease given back.
 *   <li>Once that is saved, let totals and caps forget the ids ({@link Forgetting}). Dying here leaves a few remembered ids, which cost memory and nothing
 *       else.
 * </ol>
 */
public final class Settlement {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final DonationLeases leases;
    private final LedgerGrid ledger;
    private final LedgerDao ledgerRows;
    private final DonationDao donationRows;
    private final MatchGranting matching;
    private final Counting counting;
    private final Forgetting forgetting;
    private final GridIds ids;
    private final SettlementListener listener;
    private final Clock clock;

    /** @param listener told of settlements that moved money */
    public Settlement(
            DonationLeases leases,
            LedgerGrid ledger,
            LedgerDao ledgerRows,
            DonationDao donationRows,
            MatchGranting matching,
            Counting counting,
            Forgetting forgetting,
            GridIds ids,
            SettlementListener listener,
            Clock clock) {
        this.leases = leases;
        this.ledger = ledger;
        this.ledgerRows = ledgerRows;
        this.donationRows = donationRows;
        this.matching = matching;
        this.counting = counting;
        this.forgetting = forgetting;
        this.ids = ids;
        this.listener = listener;
        this.clock = clock;
    }

    /** Brings ledger, totals and donation up to what the gateway says. A repeat finds nothing to do. */
    public SettlementOutcome reconcile(DonationKey key, PaymentSnapshot snapshot) {
        return settle(key, Intent.reconcile(snapshot), snapshot);
    }

    /** Works off what a run that died left in the ledger. A repeat finds nothing to do. */
    public SettlementOutcome catchUp(DonationKey key) {
        return settle(key, Intent.catchUp(), null);
    }

    /** For somebody who waits for the answer: lets a run that is under way end first, for a few seconds. */
    SettlementOutcome settlePatiently(DonationKey key, Intent intent, @Nullable PaymentSnapshot snapshot) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            SettlementOutcome outcome = settle(key, intent, snapshot);
            if (!(outcome instanceof SettlementOutcome.Busy) || System.nanoTime() > deadline) {
                return outcome;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    SettlementOutcome settle(DonationKey key, Intent intent, @Nullable PaymentSnapshot snapshot) {
        LeaseOutcome lease = leases.begin(key, clock.instant());
        return switch (lease) {
            case LeaseOutcome.Busy _ -> new SettlementOutcome.Busy();
            case LeaseOutcome.DonationNotFound _ -> new SettlementOutcome.DonationNotFound();
            case LeaseOutcome.Granted granted ->
                settleLeased(key, new SettlementRun(granted.donation()), intent, snapshot);
        };
    }

    private SettlementOutcome settleLeased(
            DonationKey key, SettlementRun run, Intent intent, @Nullable PaymentSnapshot snapshot) {
        try {
            if (intent.readsLedger() || !run.donation().progress().isSettled()) {
                readLeftBehind(run);
            }
            NextFact end = appendFacts(run, intent);
            if (end instanceof NextFact.Mismatch mismatch) {
                finish(key, run, null, run.uncounted().isEmpty());
                return new SettlementOutcome.Mismatch(mismatch.reason());
            }
            appendMatch(run);
            run.checkTime();
            leases.check(key, run);
            counting.count(run.uncounted());
            Donation settled = finish(key, run, snapshot, true);
            forgetting.later(settled, run.uncounted());
            tell(settled, run);
            return end instanceof NextFact.ReturnStray
                    ? new SettlementOutcome.StrayToReturn(settled)
                    : new SettlementOutcome.Settled(settled, List.copyOf(run.appended()));
        } catch (RuntimeException failure) {
            giveBack(key, run, failure);
            throw failure;
        }
    }

    private void tell(Donation settled, SettlementRun run) {
        if (run.uncounted().stream().anyMatch(entry -> entry.kind().movesTotals())) {
            listener.settled(settled);
        }
    }

    private void readLeftBehind(SettlementRun run) {
        takeIn(run, run.donation().progress().countedThrough());
    }

    /**
     * Takes in entries of other runs. The database is asked, too, what is counted: should the grid ever bring back an older copy of the donation, the
     * totals may have forgotten what it takes for uncounted.
     *
     * @return whether there were any
     */
    private boolean takeIn(SettlementRun run, int afterSequence) {
        long id = run.donation().id();
        List<LedgerEntry> entries = ledgerRows.ofDonation(id, afterSequence);
        if (entries.isEmpty()) {
            return false;
        }
        int recorded = donationRows.countedThrough(id);
        for (LedgerEntry entry : entries) {
            if (entry.sequence() <= recorded) {
                run.addCounted(entry);
            } else {
                run.add(entry);
            }
        }
        return true;
    }

    private NextFact appendFacts(SettlementRun run, Intent intent) {
        while (true) {
            run.checkTime();
            NextFact next = intent.next(run.donation(), draft(run));
            if (!(next instanceof NextFact.Append append)) {
                return next;
            }
            if (!append(run, append.entry())) {
                return new NextFact.Mismatch("guard: \"%s\" (expected: not used by another donation)"
                        .formatted(append.entry().guard()));
            }
        }
    }

    private void appendMatch(SettlementRun run) {
        matching.matchDue(run.donation(), run.uncounted(), draft(run)).ifPresent(entry -> append(run, entry));
        matching.reversalDue(run.donation(), draft(run)).ifPresent(entry -> append(run, entry));
    }

    /** Appends an entry or, if others were faster, takes in theirs; false if there is neither. */
    private boolean append(SettlementRun run, LedgerEntry entry) {
        return switch (ledger.append(entry)) {
            case AppendOutcome.Appended _ -> {
                run.addAppended(entry);
                yield true;
            }
            case AppendOutcome.Duplicate _ ->
                takeIn(run, run.donation().progress().sequence());
        };
    }

    private EntryDraft draft(SettlementRun run) {
        return new EntryDraft(run.donation(), ids.next(), run.latest(clock.instant()));
    }

    private Donation finish(DonationKey key, SettlementRun run, @Nullable PaymentSnapshot snapshot, boolean counted) {
        Donation result = run.result(snapshot, counted, run.latest(clock.instant()));
        Donation written = leases.finish(key, run, result);
        if (written == null || (counted && !written.progress().isSettled())) {
            throw new SettlementTooSlowException(key.donationId());
        }
        return written;
    }

    private void giveBack(DonationKey key, SettlementRun run, RuntimeException failure) {
        try {
            leases.finishOnce(key, run, run.result(null, false, run.latest(clock.instant())));
        } catch (RuntimeException stillUnreachable) {
            failure.addSuppressed(stillUnreachable);
        }
    }
}
