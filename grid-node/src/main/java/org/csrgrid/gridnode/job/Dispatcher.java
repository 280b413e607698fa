package org.csrgrid.gridnode.job;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.csrgrid.domain.job.Channel;

/**
 * Decides which channel gets a free worker. A channel may use as many workers as its oldest job's wait has earned it, from its least to its most; among those
 * that may, the most urgent goes first; but channels whose oldest job has waited longer than the starvation bound go before all and take turns.
 *
 * @param slots workers of the member
 */
record Dispatcher(int slots, Duration starvationBound) {

    /** What earns a channel one worker more. */
    static final Duration WAIT_PER_WORKER = Duration.ofMillis(20);

    private static final Comparator<Demand> LONGEST_WAIT = Comparator.comparing(Demand::oldestWait);
    private static final Comparator<Demand> LEAST_RECENT = Comparator.comparing(Demand::sinceLastStart);
    private static final Comparator<Demand> MOST_URGENT =
            Comparator.comparingInt(Demand::priority).thenComparing(LONGEST_WAIT);

    /**
     * What a channel has and wants.
     *
     * @param busy workers it has
     * @param waiting jobs without a worker
     * @param oldestWait of those
     * @param sinceLastStart of a worker for the channel
     */
    record Demand(
            Channel channel,
            int priority,
            int workersMin,
            int workersMax,
            boolean paused,
            int busy,
            int waiting,
            Duration oldestWait,
            Duration sinceLastStart) {

        /** Workers it may have now. */
        int limit() {
            long earned = Math.max(1, workersMin) + oldestWait.dividedBy(WAIT_PER_WORKER);
            return (int) Math.min(workersMax, earned);
        }

        private boolean isServed(boolean starving) {
            return paused || waiting == 0 || busy >= (starving ? workersMax : limit());
        }
    }

    /** The channel whose worker starts next; empty if none may. */
    Optional<Channel> next(Collection<Demand> demands) {
        if (demands.stream().mapToInt(Demand::busy).sum() >= slots) {
            return Optional.empty();
        }
        Optional<Demand> starving = demands.stream()
                .filter(demand -> demand.oldestWait().compareTo(starvationBound) >= 0)
                .filter(demand -> !demand.isServed(true))
                .max(LEAST_RECENT);
        return starving.or(() -> demands.stream()
                        .filter(demand -> !demand.isServed(false))
                        .max(MOST_URGENT))
                .map(Demand::channel);
    }
}
