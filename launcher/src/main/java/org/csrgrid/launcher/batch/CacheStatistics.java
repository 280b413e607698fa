package org.csrgrid.launcher.batch;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.cache.LayerStatistics;
import org.csrgrid.grid.cache.report.CacheAlarm;
import org.csrgrid.grid.cache.report.CacheOverview;
import org.csrgrid.grid.cache.report.LayerReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code csr batch cache stats}: the layers in all processes together, and what somebody should look at. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = "Shows what each layer does in all processes together, since their starts.")
final class CacheStatistics implements Callable<Integer> {

    private static final double MEGABYTE = 1024 * 1024;

    @Mixin
    private final GridOptions options = new GridOptions();

    @Override
    public Integer call() {
        return options.onGrid(this::show);
    }

    private int show(HazelcastInstance grid, Settings settings) {
        CacheOverview overview = CacheOverview.read(grid);
        var table = new Table(
                "layer",
                "reads",
                "hits",
                "target",
                "near",
                "grid",
                "misses",
                "stale",
                "loads",
                "failed",
                "load p95",
                "read p95",
                "lag p95",
                "entries",
                "MB",
                "evicted",
                "health");
        overview.layers().values().forEach(layer -> row(table, layer));
        table.print(options.out(), options.json());
        List<CacheAlarm> alarms = overview.alarms();
        if (!options.json()) {
            alarms.forEach(options.out()::println);
        }
        boolean isCritical = alarms.stream().anyMatch(alarm -> alarm.level() == CacheAlarm.Level.CRITICAL);
        return isCritical ? GridOptions.REFUSED : GridOptions.DONE;
    }

    private static void row(Table table, LayerReport layer) {
        LayerStatistics figures = layer.statistics();
        if (figures == null) {
            return;
        }
        table.row(
                layer.layer(),
                figures.reads(),
                percent(figures.hitPercent()),
                percent(figures.targetHitPercent()),
                figures.nearHits(),
                figures.sharedHits(),
                figures.misses(),
                figures.stale(),
                figures.loads(),
                figures.loadFailures(),
                millis(figures.loadP95()),
                millis(figures.readP95()),
                millis(figures.lagP95()),
                layer.size().entries(),
                String.format(Locale.ROOT, "%.1f", layer.size().bytes() / MEGABYTE),
                layer.size().evictions(),
                figures.healthScore());
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f%%", value);
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1fms", duration.toNanos() / 1e6);
    }
}
