package org.csrgrid.gridnode.donation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentReference;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.jspecify.annotations.Nullable;

/** What one settlement knows while it runs: the donation as it will be, and which entries got it there. Used by one thread. */
final class SettlementRun {

    /** Leaves twenty seconds for an operation's time-out before the lease of sixty ends, so nobody counts with a lost lease. */
    private static final long BUDGET_NANOS = java.time.Duration.ofSeconds(30).toNanos();

    private final long startNanos = System.nanoTime();
    /** An ordinary run takes milliseconds; a slower one makes sure that it is still the only one before it counts. */
    private static final long ORDINARY_NANOS = java.time.Duration.ofMillis(500).toNanos();

    private final Donation leased;
    private final List<LedgerEntry> uncounted = new ArrayList<>();
    private final List<LedgerEntry> counted = new ArrayList<>();
    private final List<LedgerEntry> appended = new ArrayList<>();
    private Donation donation;

    SettlementRun(Donation leased) {
        this.leased = leased;
        donation = leased;
    }

    Donation donation() {
        return donation;
    }

    long token() {
        return leased.progress().leaseToken();
    }

    /** Takes in an entry that is in the ledger and not counted yet. */
    void add(LedgerEntry entry) {
        donation = donation.apply(entry);
        uncounted.add(entry);
    }

    /** Takes in an entry that is in the ledger and in every total it moves. */
    void addCounted(LedgerEntry entry) {
        donation = donation.apply(entry);
        counted.add(entry);
    }

    void addAppended(LedgerEntry entry) {
        add(entry);
        appended.add(entry);
    }

    /** Entries the totals may not contain. */
    List<LedgerEntry> uncounted() {
        return uncounted;
    }

    /** The donation as it is to be stored: what the gateway said first, then the ledger's entries, which move on from there. */
    Donation result(@Nullable PaymentSnapshot snapshot, boolean isCounted, Instant at) {
        Donation result = snapshot == null ? leased : withPayment(snapshot, at);
        for (LedgerEntry entry : counted) {
            result = result.apply(entry);
        }
        for (LedgerEntry entry : uncounted) {
            result = result.apply(entry);
        }
        return isCounted ? result.settled(at) : result.released(at);
    }

    /** A captured payment is remembered too, under the status it had before, since the ledger entry moves the status. */
    private Donation withPayment(PaymentSnapshot snapshot, Instant at) {
        DonationStatus status = snapshot.status() == PaymentSnapshot.Status.REQUIRES_ACTION
                ? DonationStatus.REQUIRES_ACTION
                : DonationStatus.PROCESSING;
        return leased.withPayment(
                new PaymentReference(snapshot.gateway(), snapshot.paymentId(), snapshot.checkoutUrl()), status, at);
    }

    List<LedgerEntry> appended() {
        return appended;
    }

    Instant latest(Instant now) {
        return donation.updatedAt().isAfter(now) ? donation.updatedAt() : now;
    }

    /** By {@link System#nanoTime}. */
    long startNanos() {
        return startNanos;
    }

    boolean isSlow() {
        return System.nanoTime() - startNanos > ORDINARY_NANOS;
    }

    /** @throws SettlementTooSlowException if the lease may end before the next step does */
    void checkTime() {
        if (System.nanoTime() - startNanos > BUDGET_NANOS) {
            throw new SettlementTooSlowException(donation.id());
        }
    }
}
