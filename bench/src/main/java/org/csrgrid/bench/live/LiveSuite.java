package org.csrgrid.bench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;
import org.csrgrid.bench.suite.Row;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.bench.world.World;

/** Opens many streams of one campaign, weighs them, and lets donations come. */
final class LiveSuite {

    static final double MOST_KILOBYTES = 64;
    private static final double LATE_MILLIS = 1_000;
    private static final int WARM_UP = 200;
    private static final int DONORS = 16;
    private static final double KILO = 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Suite suite;
    private final int streams;
    private final Duration measured;
    private final LongAdder accepted = new LongAdder();

    LiveSuite(Suite suite, int streams, Duration measured) {
        this.suite = suite;
        this.streams = streams;
        this.measured = measured;
    }

    void run(World world) throws IOException {
        URI api = world.apis().getFirst();
        NodeMemory memory = new NodeMemory(
                world.client(), api, world.cluster().apis().getFirst().pid());
        String path = "/api/v1/live/campaigns/" + world.hotCampaign();
        try (Followers few = new Followers(api, path)) {
            open(few, WARM_UP);
        }
        donate(world, Duration.ofSeconds(2));
        try (Followers followers = new Followers(api, path)) {
            weigh(memory, followers);
            tell(world, followers);
        }
    }

    private void weigh(NodeMemory memory, Followers followers) throws IOException {
        long heap = memory.heap();
        long resident = memory.resident();
        long start = System.nanoTime();
        open(followers, streams);
        double seconds = (System.nanoTime() - start) / 1e9;
        suite.add(Row.plain("streams opened", streams / seconds, "streams/s"));
        suite.add(Row.atMost(
                "heap per open stream, " + streams + " open",
                (memory.heap() - heap) / KILO / streams,
                "KiB",
                MOST_KILOBYTES));
        suite.add(Row.plain("process memory per open stream", (memory.resident() - resident) / KILO / streams, "KiB"));
    }

    private void tell(World world, Followers followers) throws IOException {
        followers.all().forEach(follower -> follower.addLagTo(new Histogram(2)));
        long before = followers.all().stream().mapToLong(Follower::totals).sum();
        accepted.reset();
        long start = System.nanoTime();
        donate(world, measured);
        suite.add(Row.plain(
                "donations accepted meanwhile", accepted.sum() / (measured.toNanos() / 1e9), "donations/s"));
        // Donations are still settled for a while after the last was accepted.
        awaitSame(followers);
        double seconds = (System.nanoTime() - start) / 1e9;
        long told = followers.all().stream().mapToLong(Follower::totals).sum() - before;
        suite.add(Row.plain("events per stream", told / seconds / streams, "events/s"));
        suite.add(Row.plain("events written", told / seconds, "events/s"));
        Histogram lag = new Histogram(2);
        followers.all().forEach(follower -> follower.addLagTo(lag));
        suite.add(Row.plain("from the total to its readers, p50", lag.getValueAtPercentile(50), "ms"));
        suite.add(Row.atMost("from the total to its readers, p99", lag.getValueAtPercentile(99), "ms", LATE_MILLIS));
        suite.add(Row.atMost(
                "streams lost",
                followers.all().stream().filter(Follower::isLost).count(),
                "streams",
                0));
    }

    private void open(Followers followers, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            followers.open();
        }
        await(followers, follower -> follower.totals() > 0, "has a total");
    }

    /** All are told the same in the end, and nothing comes any more. */
    private void awaitSame(Followers followers) throws IOException {
        long last;
        do {
            last = followers.all().getFirst().donations();
            pause(Duration.ofSeconds(2));
        } while (last != followers.all().getFirst().donations());
        long expected = last;
        await(followers, follower -> follower.donations() == expected, "is told of " + expected + " donations");
    }

    private static void await(Followers followers, Predicate<Follower> condition, String what) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!followers.all().stream().allMatch(condition.or(Follower::isLost))) {
            if (System.nanoTime() > deadline) {
                throw new IOException("not every stream %s (%d of %d)"
                        .formatted(
                                what,
                                followers.all().stream().filter(condition).count(),
                                followers.all().size()));
            }
            pause(Duration.ofMillis(20));
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        }
    }

    private void donate(World world, Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        try (ExecutorService donors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < DONORS; i++) {
                String token = world.tokens().get(i);
                donors.execute(() -> donateUntil(world, token, deadline));
            }
        }
    }

    private void donateUntil(World world, String token, long deadline) {
        URI donations = world.apis().getFirst().resolve("/api/v1/donations");
        String body =
                "{\"campaignId\":\"%d\",\"amount\":{\"amount\":\"5.00\",\"currency\":\"EUR\"},\"method\":\"payroll\"}"
                        .formatted(world.hotCampaign());
        while (System.nanoTime() < deadline) {
            Map<String, String> key =
                    Map.of("Idempotency-Key", UUID.randomUUID().toString());
            try {
                if (world.client().post(donations, token, body, key).isSuccess()) {
                    accepted.increment();
                }
            } catch (IOException unreachable) {
                throw new UncheckedIOException(unreachable);
            }
        }
    }
}
