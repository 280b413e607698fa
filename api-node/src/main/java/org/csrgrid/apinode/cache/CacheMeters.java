package org.csrgrid.apinode.cache;

import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.Meter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerStatistics;

/** The layers' figures among this node's metrics, each node its own; add them up, except percents, durations and scores. */
final class CacheMeters implements AutoCloseable {

    private static final String PREFIX = "csr.cache.";

    private final Caches caches;
    private final List<Meter> meters = new ArrayList<>();

    private CacheMeters(Caches caches) {
        this.caches = caches;
    }

    /** Shows the figures of all layers that are open now, until closed. */
    static CacheMeters register(Caches caches) {
        CacheMeters meters = new CacheMeters(caches);
        caches.statistics().keySet().forEach(meters::layer);
        return meters;
    }

    private void layer(String layer) {
        gauge(layer, "near.hits", "Fresh values from this process", LayerStatistics::nearHits);
        gauge(layer, "shared.hits", "Fresh values from the grid", LayerStatistics::sharedHits);
        gauge(layer, "misses", "Calls that found no fresh value", LayerStatistics::misses);
        gauge(layer, "stale", "Old values served", LayerStatistics::stale);
        gauge(layer, "loads", "Runs of loaders", LayerStatistics::loads);
        gauge(layer, "load.failures", "Runs of loaders that failed", LayerStatistics::loadFailures);
        gauge(layer, "errors", "Calls that failed", LayerStatistics::errors);
        gauge(layer, "store.failures", "Times the grid did not answer", LayerStatistics::storeFailures);
        gauge(layer, "near.entries", "Values kept by this process", LayerStatistics::nearEntries);
        gauge(layer, "near.evictions", "Values that left for want of room", LayerStatistics::nearEvictions);
        gauge(layer, "invalidations", "Invalidations heard of", LayerStatistics::invalidations);
        gauge(layer, "load.p95.seconds", "Of loaders", statistics -> seconds(statistics.loadP95()));
        gauge(layer, "read.p95.seconds", "Of all calls", statistics -> seconds(statistics.readP95()));
        gauge(layer, "lag.p95.seconds", "Of invalidations", statistics -> seconds(statistics.lagP95()));
        gauge(layer, "hit.percent", "Calls that found a fresh value", LayerStatistics::hitPercent);
        gauge(layer, "health.score", "0 to 100", LayerStatistics::healthScore);
    }

    /** Another node of this process may show them already; then they stay its own. */
    private void gauge(String layer, String name, String description, ToDoubleFunction<LayerStatistics> value) {
        List<Tag> tags = List.of(Tag.create("layer", layer));
        Supplier<Double> now = () -> caches.find(layer)
                .map(found -> value.applyAsDouble(found.statistics()))
                .orElse(Double.NaN);
        if (Metrics.getGauge(PREFIX + name, tags).isEmpty()) {
            meters.add(Metrics.getOrCreate(
                    Gauge.builder(PREFIX + name, now).description(description).tags(tags)));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    @Override
    public void close() {
        meters.forEach(Metrics.globalRegistry()::remove);
    }
}
