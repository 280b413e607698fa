package org.csrgrid.gridnode.recovery;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.ReconcileDonation;
import org.csrgrid.mapstore.donation.DonationDao;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a member's death, and after this member's own start: compares the donations this member owns with their rows in the database. A backup that missed
 * an operation, and became the owner before it could be repeated, is older than what the dead owner had saved already; see docs/adr/0013. A member that
 * comes in a dead one's place gets such copies from those who saw the death. Looks several times, because a lease may have to run out first, and because a
 * row may be written only after a look found it as old as the copy.
 */
public final class DonationReconciliation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DonationReconciliation.class);
    private static final List<Duration> LOOKS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(35),
            Duration.ofSeconds(70));
    /** What changed this long before the death may not have reached the backup. */
    private static final Duration DOUBTFUL = Duration.ofSeconds(30);
    /** As much as that, and the time it takes to notice a death and start in the dead member's place. */
    private static final Duration DOUBTFUL_AT_START = Duration.ofMinutes(5);
    /** What did not change for this long has been saved, unless the database was away. */
    private static final Duration SAVED_AFTER = Duration.ofSeconds(20);

    private static final int CHUNK = 500;
    private static final int NAMED = 5;

    private final HazelcastInstance grid;
    private final IMap<DonationKey, Donation> donations;
    private final DonationDao rows;
    private final Clock clock;
    private final UUID listener;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("donation-reconciliation").factory());

    public DonationReconciliation(HazelcastInstance grid, DonationDao rows, Clock clock) {
        this.grid = grid;
        this.donations = grid.getMap(GridMaps.DONATIONS);
        this.rows = rows;
        this.clock = clock;
        listener = grid.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberRemoved(MembershipEvent event) {
                reconcileSoon(DOUBTFUL);
            }
        });
        reconcileSoon(DOUBTFUL_AT_START);
    }

    private void reconcileSoon(Duration doubtful) {
        var look = new Look(clock.instant().minus(doubtful));
        LOOKS.forEach(delay -> timer.schedule(look, delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Looks again and again at what is doubtful since. */
    private final class Look implements Runnable {

        private final Instant since;
        private final Set<DonationKey> doubtful = new HashSet<>();

        Look(Instant since) {
            this.since = since;
        }

        @Override
        public void run() {
            try {
                // Also what came to this member, or was loaded, since the look before.
                doubtful.addAll(doubtfulSince(since));
                reconcile(doubtful);
            } catch (RuntimeException failure) {
                if (grid.getLifecycleService().isRunning()) {
                    LOG.warn("Comparing donations with the database failed; it is repeated: {}", failure.toString());
                }
            }
        }
    }

    /** The donations of this member that changed lately or have yet to change. */
    Set<DonationKey> doubtfulSince(Instant since) {
        Predicate<DonationKey, Donation> isDoubtful = entry -> {
            Donation donation = entry.getValue();
            return donation.updatedAt().isAfter(since)
                    || donation.status().isOpen()
                    || donation.progress().lease() != null;
        };
        return donations.localKeySet(isDoubtful);
    }

    /** Compares these donations with the database and mends what differs. */
    void reconcile(Set<DonationKey> keys) {
        List<String> mended = new ArrayList<>();
        List<DonationKey> all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += CHUNK) {
            Set<DonationKey> chunk = Set.copyOf(all.subList(from, Math.min(from + CHUNK, all.size())));
            mended.addAll(reconcileChunk(chunk));
        }
        if (!mended.isEmpty()) {
            LOG.warn(
                    "{} donations in the grid differed from the database and agree with it now, such as {}",
                    mended.size(),
                    mended.subList(0, Math.min(NAMED, mended.size())));
        }
    }

    private List<String> reconcileChunk(Set<DonationKey> chunk) {
        Map<DonationKey, Donation> inGrid = GridCalls.repeatable(() -> donations.getAll(chunk));
        // Read after the grid's: a row that is newer than its copy was so when the copy was read.
        Map<Long, Donation> stored = rows
                .byIds(chunk.stream().map(DonationKey::donationId).toList())
                .stream()
                .collect(Collectors.toMap(Donation::id, Function.identity()));
        List<String> mended = new ArrayList<>();
        for (Map.Entry<DonationKey, Donation> entry : inGrid.entrySet()) {
            Donation row = stored.get(entry.getKey().donationId());
            boolean agrees = row != null && row.version() == entry.getValue().version();
            if (!agrees && mend(entry.getKey(), row)) {
                mended.add("%s of version %d, stored %s"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().version(),
                                row == null ? "not at all" : row.version()));
            }
        }
        return mended;
    }

    private boolean mend(DonationKey key, @Nullable Donation row) {
        Instant now = clock.instant();
        return GridCalls.repeatable(
                () -> donations.executeOnKey(key, new ReconcileDonation(row, now, now.minus(SAVED_AFTER))));
    }

    @Override
    public void close() {
        if (grid.getLifecycleService().isRunning()) {
            grid.getCluster().removeMembershipListener(listener);
        }
        timer.shutdownNow();
    }
}
