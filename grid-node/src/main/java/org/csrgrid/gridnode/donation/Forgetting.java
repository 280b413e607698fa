package org.csrgrid.gridnode.donation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.mapstore.donation.DonationDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets totals and caps forget counted entries, but only once the database records that they are counted: the grid's copy of a donation may fall back to
 * an older one when a member dies, the row never does. Many entries are forgotten at once. What a dying member had still to forget stays remembered,
 * which costs memory and nothing else. Safe for use by many threads.
 */
public final class Forgetting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int MOST_AT_ONCE = 1_000;

    private final Counting counting;
    private final DonationDao rows;
    private final long saveNanos;
    private final Queue<Counted> waiting = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("forgetting").factory());

    private record Counted(long donationId, int sequence, List<LedgerEntry> entries, long sinceNanos) {}

    /** @param writeDelay what a donation usually needs to be saved */
    public Forgetting(Counting counting, DonationDao rows, Duration writeDelay) {
        this.counting = counting;
        this.rows = rows;
        saveNanos = writeDelay.plus(INTERVAL).toNanos();
        timer.scheduleWithFixedDelay(
                this::forgetQuietly, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * @param settled the donation that records these entries as counted
     * @param entries in the order of the ledger; those that move no total are left out
     */
    void later(Donation settled, List<LedgerEntry> entries) {
        List<LedgerEntry> counted =
                entries.stream().filter(entry -> entry.kind().movesTotals()).toList();
        if (!counted.isEmpty()) {
            waiting.add(new Counted(settled.id(), counted.getLast().sequence(), counted, System.nanoTime()));
        }
    }

    private void forgetQuietly() {
        try {
            List<Counted> next = takeDue();
            while (!next.isEmpty()) {
                forget(next);
                next = takeDue();
            }
        } catch (RuntimeException failure) {
            LOG.debug("Counted entries are remembered a little longer", failure);
        }
    }

    private List<Counted> takeDue() {
        List<Counted> due = new ArrayList<>();
        long latest = System.nanoTime() - saveNanos;
        while (due.size() < MOST_AT_ONCE
                && !waiting.isEmpty()
                && waiting.element().sinceNanos() - latest <= 0) {
            due.add(waiting.remove());
        }
        return due;
    }

    private void forget(List<Counted> due) {
        Map<Long, Integer> recorded;
        try {
            recorded = rows.countedThrough(
                    due.stream().map(Counted::donationId).distinct().toList());
        } catch (RuntimeException away) {
            due.forEach(this::again);
            throw away;
        }
        List<LedgerEntry> saved = new ArrayList<>();
        for (Counted counted : due) {
            if (recorded.getOrDefault(counted.donationId(), -1) >= counted.sequence()) {
                saved.addAll(counted.entries());
            } else {
                again(counted);
            }
        }
        counting.forget(saved);
    }

    private void again(Counted counted) {
        waiting.add(new Counted(counted.donationId(), counted.sequence(), counted.entries(), System.nanoTime()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
