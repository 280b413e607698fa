package org.csrgrid.bench.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.bench.suite.Row;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.bench.world.World;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.report.CacheOverview;
import org.csrgrid.grid.cache.report.LayerSize;

/** What the JSON of many campaigns takes in the grid, with compression as configured and without, by the members' own statistics. */
final class CacheMemory {

    /** Two layers nothing else happens in; one of them is configured not to compress. */
    static final String PACKED = "organizations";

    static final String PLAIN = "search";
    private static final double AIM_PERCENT = 40;
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double MEGABYTE = 1024 * 1024;

    private final Suite suite;
    private final int campaigns;

    CacheMemory(Suite suite, int campaigns) {
        this.suite = suite;
        this.campaigns = campaigns;
    }

    void run(World world, CacheClient client) throws Exception {
        List<String> samples = samples(world);
        LayerSize packed = fill(client, client.open(PACKED), samples);
        LayerSize plain = fill(client, client.open(PLAIN), samples);
        double saved = 100 * (1 - (double) packed.bytes() / plain.bytes());
        suite.say(
                "memory of %,d campaigns' JSON, one copy: %.1f MB plain, %.1f MB as configured",
                campaigns, plain.bytes() / MEGABYTE, packed.bytes() / MEGABYTE);
        suite.add(Row.atLeast("memory saved by compression", saved, "%", AIM_PERCENT));
    }

    private static List<String> samples(World world) throws IOException {
        List<String> samples = new ArrayList<>();
        for (long campaign : world.campaigns()) {
            var uri = world.apis().getFirst().resolve("/api/v1/campaigns/" + campaign);
            samples.add(new String(world.client().get(uri, "").raw().body(), UTF_8));
        }
        return samples;
    }

    private LayerSize fill(CacheClient client, CacheLayer<byte[]> layer, List<String> samples) throws Exception {
        var room = new Semaphore(AT_ONCE);
        List<Future<?>> puts = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int campaign = 0; campaign < campaigns; campaign++) {
                int number = campaign;
                room.acquire();
                puts.add(executor.submit(() -> {
                    try {
                        String sample = samples.get(number % samples.size());
                        layer.put(
                                "memory:" + number,
                                sample.replace("10000", "2" + number).getBytes(UTF_8));
                    } finally {
                        room.release();
                    }
                }));
            }
            for (Future<?> put : puts) {
                put.get();
            }
        }
        return await(client, layer.options().name());
    }

    private LayerSize await(CacheClient client, String layer) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            LayerSize size = java.util.Objects.requireNonNull(
                            CacheOverview.read(client.grid()).layers().get(layer))
                    .size();
            if (size.entries() >= campaigns) {
                return size;
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        throw new IllegalStateException("layer %s does not keep %,d entries".formatted(layer, campaigns));
    }
}
