package org.csrgrid.grid.cache.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.csrgrid.grid.cache.LayerStatistics;

/**
 * A figure that is not as it should be.
 *
 * @param subject a layer or a process
 */
public record CacheAlarm(Level level, String subject, Kind kind, double value) {

    private static final double MILLION = 1e6;
    /** A layer's first misses say nothing about it. */
    private static final long FEW_READS = 100;

    /** How soon to look. */
    public enum Level {
        WARNING,
        CRITICAL
    }

    /** What is measured, and where it becomes a warning and critical. */
    public enum Kind {
        HIT_PERCENT(90, 80),
        READ_P95_MILLIS(50, 100),
        ERROR_PERCENT(2, 5),
        MEMORY_PERCENT(80, 90);

        private final double warning;
        private final double critical;

        Kind(double warning, double critical) {
            this.warning = warning;
            this.critical = critical;
        }

        private boolean isBeyond(double value, double limit) {
            return warning < critical ? value > limit : value < limit;
        }

        Optional<CacheAlarm> judge(String subject, double value) {
            if (isBeyond(value, critical)) {
                return Optional.of(new CacheAlarm(Level.CRITICAL, subject, this, value));
            }
            return isBeyond(value, warning)
                    ? Optional.of(new CacheAlarm(Level.WARNING, subject, this, value))
                    : Optional.empty();
        }
    }

    /** What is wrong with a layer; nothing before it has been read a hundred times. */
    static List<CacheAlarm> of(LayerReport layer) {
        LayerStatistics statistics = layer.statistics();
        if (statistics == null || statistics.reads() < FEW_READS) {
            return List.of();
        }
        return Stream.of(
                        Kind.HIT_PERCENT.judge(layer.layer(), statistics.hitPercent()),
                        Kind.READ_P95_MILLIS.judge(
                                layer.layer(), statistics.readP95().toNanos() / MILLION),
                        Kind.ERROR_PERCENT.judge(layer.layer(), statistics.errorPercent()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a process has too little room left beside its entries. */
    static Optional<CacheAlarm> of(CacheReport process) {
        return Kind.MEMORY_PERCENT.judge(process.process(), process.memoryPercent());
    }

    /** As people read it. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %s of %s is %.1f (expected: %s %.0f)",
                level.name().toLowerCase(Locale.ROOT),
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                subject,
                value,
                kind.warning < kind.critical ? "at most" : "at least",
                kind.warning);
    }
}
