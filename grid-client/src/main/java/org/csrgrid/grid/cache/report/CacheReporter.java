package org.csrgrid.grid.cache.report;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.LocalMapStats;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.store.GridCacheMaps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the grid every few seconds what the caches of this process do, until closed. What a process told that died is forgotten soon. Safe for use by many
 * threads.
 */
public final class CacheReporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CacheReporter.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final long KEPT_SECONDS = 20;

    private final HazelcastInstance grid;
    private final String process;
    private final Caches caches;
    private final List<String> layers;
    private final IMap<String, CacheReport> reports;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cache-report").factory());

    private CacheReporter(HazelcastInstance grid, String process, Caches caches, Collection<String> layers) {
        this.grid = grid;
        this.process = process;
        this.caches = caches;
        this.layers = List.copyOf(layers);
        reports = grid.getMap(GridCacheMaps.REPORTS);
    }

    /**
     * Begins to tell.
     *
     * @param grid a member, which also tells how much it keeps, or a client
     * @param process a name people know it by
     * @param layers all there are, whether the process has opened them or not
     */
    public static CacheReporter start(
            HazelcastInstance grid, String process, Caches caches, Collection<String> layers) {
        var reporter = new CacheReporter(grid, process, caches, layers);
        reporter.timer.scheduleWithFixedDelay(reporter::tellOrWait, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return reporter;
    }

    /** Tells at once. */
    public void tell() {
        reports.set(id(), report(), KEPT_SECONDS, TimeUnit.SECONDS);
    }

    /** What the caches of all processes do: this one's now, the others' up to a few seconds ago. */
    public CacheOverview overview() {
        tell();
        return CacheOverview.read(grid);
    }

    private void tellOrWait() {
        try {
            tell();
        } catch (RuntimeException unavailable) {
            LOG.debug("What the caches do is told later", unavailable);
        }
    }

    private CacheReport report() {
        return new CacheReport(
                process,
                Runtime.getRuntime().maxMemory(),
                layers.stream().map(this::layer).toList());
    }

    private LayerReport layer(String name) {
        return new LayerReport(
                name, caches.find(name).map(CacheLayer::statistics).orElse(null), size(name));
    }

    private LayerSize size(String layer) {
        LocalMapStats kept = grid.getMap(GridCacheMaps.LAYERS + layer).getLocalMapStats();
        return new LayerSize(kept.getOwnedEntryCount(), kept.getOwnedEntryMemoryCost(), kept.getEvictionCount());
    }

    private String id() {
        return grid.getLocalEndpoint().getUuid().toString();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            reports.delete(id());
        } catch (RuntimeException unavailable) {
            LOG.debug("The last report is forgotten by itself", unavailable);
        }
    }
}
