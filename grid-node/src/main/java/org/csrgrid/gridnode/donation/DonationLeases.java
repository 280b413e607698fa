package org.csrgrid.gridnode.donation;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.Instant;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.BeginSettlement;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.FinishSettlement;
import org.csrgrid.grid.donation.LeaseOutcome;
import org.csrgrid.gridnode.cluster.PauseWatch;
import org.jspecify.annotations.Nullable;

/** Who may settle a donation: one run at a time, in the whole cluster. Safe for use by many threads. */
public final class DonationLeases {

    /**
     * Longer than the cluster needs to expel a frozen member (15 s) plus an operation's time-out (20 s) plus a run's budget: whoever lost the lease
     * cannot reach the totals any more.
     */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final IMap<DonationKey, Donation> donations;
    private final PauseWatch pauses;

    public DonationLeases(HazelcastInstance grid, PauseWatch pauses) {
        donations = grid.getMap(GridMaps.DONATIONS);
        this.pauses = pauses;
    }

    LeaseOutcome begin(DonationKey key, Instant now) {
        return pauses.steadily(() ->
                GridCalls.repeatable(() -> donations.executeOnKey(key, new BeginSettlement(now, now.plus(LEASE)))));
    }

    /**
     * Makes sure that this run is still the only one. Both copies of a lease may die with their members while its holder lives; and a process that stood
     * still may see a copy that is not the cluster's any more.
     *
     * @throws SettlementTooSlowException if it may not be
     */
    void check(DonationKey key, SettlementRun run) {
        if (pauses.hasPausedSince(run.startNanos()) || run.isSlow() && !isHeld(key, run.token())) {
            throw new SettlementTooSlowException(key.donationId());
        }
    }

    private boolean isHeld(DonationKey key, long token) {
        Donation now = GridCalls.repeatable(() -> donations.get(key));
        return now != null && now.isHeldBy(token);
    }

    /** Writes the run's result and gives the lease back; null if somebody else has it. */
    @Nullable
    Donation finish(DonationKey key, SettlementRun run, Donation result) {
        return GridCalls.repeatable(() -> finishOnce(key, run, result));
    }

    /** The same, tried once. */
    @Nullable
    Donation finishOnce(DonationKey key, SettlementRun run, Donation result) {
        return donations.executeOnKey(key, new FinishSettlement(run.token(), result));
    }
}
