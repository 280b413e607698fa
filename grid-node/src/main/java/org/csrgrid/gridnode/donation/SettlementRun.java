package org.csrgrid.gridnode.donation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.LedgerEntry;

/** What one settlement knows while it runs: the donation as it will be, and which entries got it there. Used by one thread. */
final class SettlementRun {

    /** Leaves twenty seconds for an operation's time-out before the lease of sixty ends, so nobody counts with a lost lease. */
    private static final long BUDGET_NANOS = java.time.Duration.ofSeconds(30).toNanos();

    private final long startNanos = System.nanoTime();
    private final int appliedBefore;
    private final long token;
    private final List<LedgerEntry> uncounted = new ArrayList<>();
    private final List<LedgerEntry> appended = new ArrayList<>();
    private Donation donation;

    SettlementRun(Donation leased) {
        donation = leased;
        appliedBefore = leased.progress().sequence();
        token = leased.progress().leaseToken();
    }

    Donation donation() {
        return donation;
    }

    long token() {
        return token;
    }

    /** Takes in an entry that is in the ledger and not counted yet. */
    void add(LedgerEntry entry) {
        donation = donation.apply(entry);
        uncounted.add(entry);
    }

    void addAppended(LedgerEntry entry) {
        add(entry);
        appended.add(entry);
    }

    /** Entries the totals may not contain. */
    List<LedgerEntry> uncounted() {
        return uncounted;
    }

    /** Entries the stored donation does not contain. */
    List<LedgerEntry> unapplied() {
        return uncounted.stream()
                .filter(entry -> entry.sequence() > appliedBefore)
                .toList();
    }

    List<LedgerEntry> appended() {
        return appended;
    }

    Instant latest(Instant now) {
        return donation.updatedAt().isAfter(now) ? donation.updatedAt() : now;
    }

    /** @throws SettlementTooSlowException if the lease may end before the next step does */
    void checkTime() {
        if (System.nanoTime() - startNanos > BUDGET_NANOS) {
            throw new SettlementTooSlowException(donation.id());
        }
    }
}
