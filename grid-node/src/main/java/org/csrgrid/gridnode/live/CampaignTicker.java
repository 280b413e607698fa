package org.csrgrid.gridnode.live;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.live.LiveEvent;
import org.csrgrid.grid.live.TotalsMoved;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what campaigns have raised, each at most once in a while, however many donations there are: a pause after the first settlement it tells what is
 * so by then. Settlements of a campaign happen on the member that owns its partition, so one ticker sees them all. Safe for use by many threads.
 */
final class CampaignTicker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignTicker.class);

    private final Duration pause;
    private final LongFunction<Optional<TotalsMoved>> totals;
    private final Consumer<LiveEvent> publish;
    private final Map<Long, Latest> due = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-totals").factory());

    /**
     * What of a donation is told.
     *
     * @param amount null if it was not captured by this settlement
     * @param donorId 0 if that is nobody's business
     */
    record Latest(@Nullable Money amount, long donorId) {

        static Latest of(Donation donation) {
            return donation.status() == DonationStatus.COMPLETED
                    ? new Latest(donation.amount(), donation.pledge().anonymous() ? 0 : donation.donorId())
                    : new Latest(null, 0);
        }
    }

    /** @param totals a campaign's state; may block and fail */
    CampaignTicker(Duration pause, LongFunction<Optional<TotalsMoved>> totals, Consumer<LiveEvent> publish) {
        this.pause = pause;
        this.totals = totals;
        this.publish = publish;
    }

    static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Has the campaign told of soon. Returns at once, never throws. */
    void settled(long campaign, Latest donation) {
        if (due.put(campaign, donation) == null) {
            try {
                executor.schedule(() -> tell(campaign), pause.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException closed) {
                due.remove(campaign);
            }
        }
    }

    /** What is settled from now on is a matter of the next time. */
    private void tell(long campaign) {
        Latest latest = requireNonNull(due.remove(campaign));
        try {
            totals.apply(campaign).map(moved -> with(moved, latest)).ifPresent(publish);
        } catch (RuntimeException failure) {
            LOG.debug("The totals of campaign {} are not told; the next settlement's are", campaign, failure);
        }
    }

    private static TotalsMoved with(TotalsMoved moved, Latest latest) {
        Money amount = latest.amount();
        return amount == null ? moved : moved.after(amount, latest.donorId());
    }

    /** Forgets what is due. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
