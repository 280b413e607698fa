package org.csrgrid.bench.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.bench.jobs.NoopJobs.NoopWork;
import org.csrgrid.bench.load.LoadResult;
import org.csrgrid.bench.suite.Row;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.grid.job.JobType;
import org.jspecify.annotations.Nullable;

/** One kind of channel beside BullMQ on a Redis that promises as much: each figure of the peer is followed by ours. */
final class JobsSuite {

    private static final double PROCESSED_FACTOR = 1.5;
    private static final double PICKUP_AIM_MILLIS = 20;
    private static final Duration DRAIN_PATIENCE = Duration.ofMinutes(3);
    private static final Duration LEAVE_PATIENCE = Duration.ofSeconds(20);
    private static final long POLL_NANOS = Duration.ofMillis(2).toNanos();

    private final Suite suite;
    private final JobClient client;
    private final SharedTally tally;
    private final Plan plan;
    private long began;

    /**
     * How much load.
     *
     * @param callers who each wait for their answer
     * @param backlog jobs BullMQ drains in one measurement
     */
    record Plan(int callers, int backlog, Duration warmUp, Duration measured) {}

    /**
     * Like with like.
     *
     * @param adds what BullMQ added a second where no peer runs; so the aim is known without one
     * @param processed what BullMQ processed a second
     */
    record Pairing(String name, JobType<NoopWork> type, String appendfsync, double adds, double processed) {}

    JobsSuite(Suite suite, JobClient client, SharedTally tally, Plan plan) {
        this.suite = suite;
        this.client = client;
        this.tally = tally;
        this.plan = plan;
    }

    void run(Pairing pairing, Optional<BullMq> peer) throws IOException {
        String name = pairing.name();
        began = tally.count();
        Callers callers =
                new Callers(client, new NoopJobs(pairing.type(), client::lane, Long.toString(System.nanoTime(), 36)));
        Processed warm = drainAfter(callers, () -> callers.closedLoop(plan.callers(), Duration.ZERO, plan.warmUp()));
        suite.say("%s: %,d jobs drained to warm up; refused calls %s", name, warm.jobs(), callers.refusals());

        Double peerAdds = peer.isEmpty() ? null : peer.get().adds(plan.callers(), plan.warmUp(), plan.measured());
        Double peerProcessed = peer.isEmpty() ? null : peer.get().processed(plan.backlog());
        LoadResult[] adds = new LoadResult[1];
        Processed drained = drainAfter(callers, () -> {
            adds[0] = callers.closedLoop(plan.callers(), plan.warmUp(), plan.measured());
            suite.measured(name + ", added", adds[0]);
            return adds[0];
        });
        add(name + " added", adds[0].perSecond(), "jobs/s", 1, peerAdds, pairing.adds());
        add(name + " processed", drained.perSecond(), "jobs/s", PROCESSED_FACTOR, peerProcessed, pairing.processed());
        peer.ifPresent(
                bull -> suite.say("BullMQ on appendfsync %s: best with %s", pairing.appendfsync(), bull.setup()));
        alongside(name, callers, peer);
    }

    private void alongside(String name, Callers callers, Optional<BullMq> peer) throws IOException {
        Double peerBoth = peer.isEmpty() ? null : peer.get().both(plan.callers(), plan.warmUp(), plan.measured());
        double both = both(name, callers);
        add(Row.plain(name + " added and processed", both, "jobs/s"), peerBoth);

        BullMq.Pickup theirs = peer.isEmpty() || peerBoth == null
                ? null
                : peer.get().pickup(peerBoth / 2, plan.warmUp(), plan.measured());
        long before = tally.waits();
        LoadResult paced = callers.openLoop(both / 2, plan.warmUp(), plan.measured());
        suite.measured(name + ", added at half load", paced);
        awaitAll(callers);
        suite.say("%s: %,d pickups at %,.0f jobs/s", name, tally.waits() - before, both / 2);
        add(Row.plain(name + " pickup p50", tally.waitMillis(50), "ms"), theirs == null ? null : theirs.p50());
        add(Row.plain(name + " pickup p95", tally.waitMillis(95), "ms"), theirs == null ? null : theirs.p95());
        add(
                Row.atMost(name + " pickup p99", tally.waitMillis(99), "ms", PICKUP_AIM_MILLIS),
                theirs == null ? null : theirs.p99());
        tally.forgetWaits();
        if (!client.awaitEmpty(LEAVE_PATIENCE)) {
            suite.say(
                    "%s: %,d jobs have run and are still in the grid, such as %s", name, client.size(), client.some());
        }
        suite.say("%s: refused calls %s", name, callers.refusals());
    }

    private double both(String name, Callers callers) {
        Rate rate = Rate.of(tally, plan.warmUp(), plan.measured());
        LoadResult added = callers.closedLoop(plan.callers(), plan.warmUp(), plan.measured());
        suite.measured(name + ", added while processing", added);
        double perSecond = rate.await();
        awaitAll(callers);
        return perSecond;
    }

    private record Processed(long jobs, double perSecond) {}

    private interface Filling {

        LoadResult run();
    }

    /** Holds the workers back while jobs are added, then lets them go. */
    private Processed drainAfter(Callers callers, Filling filling) {
        tally.closeGate();
        long before = tally.count();
        long acceptedBefore = callers.accepted();
        LoadResult _ = filling.run();
        long jobs = callers.accepted() - acceptedBefore;
        long start = System.nanoTime();
        tally.openGate();
        await(before + jobs);
        return new Processed(jobs, jobs * 1e9 / (System.nanoTime() - start));
    }

    private void awaitAll(Callers callers) {
        await(began + callers.accepted());
        suite.say("%,d accepted so far, %,d runs", callers.accepted(), tally.count() - began);
    }

    private void await(long count) {
        long deadline = System.nanoTime() + DRAIN_PATIENCE.toNanos();
        while (tally.count() < count) {
            if (System.nanoTime() > deadline) {
                throw new JobsLeftException(count - tally.count(), DRAIN_PATIENCE);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private void add(String row, double ours, String unit, double factor, @Nullable Double peer, double known) {
        add(Row.atLeast(row, ours, unit, factor * (peer == null ? known : peer)), peer);
    }

    private void add(Row row, @Nullable Double peer) {
        suite.add(peer == null ? row : row.beside(peer));
    }
}
