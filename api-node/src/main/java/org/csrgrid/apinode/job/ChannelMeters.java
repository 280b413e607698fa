package org.csrgrid.apinode.job;

import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.Meter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.DurationHistogram;
import org.csrgrid.grid.job.directory.ChannelReport;
import org.csrgrid.grid.job.directory.JobDirectory;

/**
 * The channels' figures among this node's metrics. They are of the whole cluster, so every node shows the same; take the maximum over nodes, not the sum.
 * Not a number means that the grid does not answer.
 */
public final class ChannelMeters implements AutoCloseable {

    private static final String PREFIX = "csr.jobs.";
    private static final double NANOS = 1e9;

    private final ChannelFiguresCache figures;
    private final List<Meter> meters = new ArrayList<>();

    private ChannelMeters(ChannelFiguresCache figures) {
        this.figures = figures;
    }

    /** Shows the figures until closed. */
    public static ChannelMeters register(JobDirectory jobs, InstantSource clock) {
        var meters = new ChannelMeters(new ChannelFiguresCache(jobs, clock));
        for (Channel channel : Channel.values()) {
            meters.backlog(channel);
            meters.workers(channel);
            meters.histogram(
                    channel, "pickup.seconds", report -> report.figures().pickup());
            meters.histogram(channel, "run.seconds", report -> report.figures().run());
        }
        return meters;
    }

    private void backlog(Channel channel) {
        gauge(channel, "waiting", "Jobs that are due", report -> report.backlog()
                .waiting());
        gauge(
                channel,
                "oldest.age.seconds",
                "How long the oldest of them is due",
                report -> seconds(report.oldestAge()));
        gauge(channel, "scheduled", "Jobs that wait for their time", report -> report.backlog()
                .scheduled());
        gauge(channel, "retrying", "Jobs that wait after a failure", report -> report.backlog()
                .retrying());
        gauge(channel, "dead", "Dead jobs in memory", report -> report.backlog().dead());
        gauge(channel, "added.per.minute", "Jobs enqueued in the last minute", report -> report.backlog()
                .createdLastMinute());
        gauge(channel, "paused", "1 while paused", report -> report.control().paused() ? 1 : 0);
    }

    private void workers(Channel channel) {
        gauge(channel, "workers.busy", "Jobs that run", report -> report.figures()
                .busy());
        gauge(channel, "workers.limit", "Jobs that may run", report -> report.figures()
                .limit());
        gauge(channel, "ended.per.minute", "Attempts ended in the last minute", report -> report.figures()
                .endedLastMinute());
        gauge(channel, "success.percent", "Of attempts ended in five minutes", ChannelReport::successPercent);
        gauge(channel, "succeeded", "Attempts that succeeded", report -> report.figures()
                .succeeded());
        gauge(channel, "failed", "Attempts that will be repeated", report -> report.figures()
                .failed());
        gauge(channel, "died", "Jobs that died", report -> report.figures().dead());
        gauge(channel, "postponed", "Attempts given back", report -> report.figures()
                .postponed());
        gauge(channel, "refused", "Ends after a lost lease", report -> report.figures()
                .refused());
    }

    /** As Prometheus writes histograms: every bucket counts whatever is not longer than its limit. */
    private void histogram(Channel channel, String name, Function<ChannelReport, DurationHistogram> histogram) {
        for (int bucket = 0; bucket <= DurationHistogram.LIMITS.size(); bucket++) {
            int last = bucket;
            String limit = bucket == DurationHistogram.LIMITS.size()
                    ? "+Inf"
                    : Double.toString(seconds(DurationHistogram.LIMITS.get(bucket)));
            gauge(
                    name + ".bucket",
                    "Durations not longer than le",
                    List.of(Tag.create("channel", channel.jsonName()), Tag.create("le", limit)),
                    () -> value(channel, report -> histogram.apply(report).upTo(last)));
        }
        gauge(channel, name + ".count", "Durations", report -> histogram
                .apply(report)
                .count());
        gauge(
                channel,
                name + ".sum",
                "All durations together",
                report -> histogram.apply(report).sumMicros() / 1e6);
    }

    private void gauge(Channel channel, String name, String description, ToDoubleFunction<ChannelReport> value) {
        gauge(name, description, List.of(Tag.create("channel", channel.jsonName())), () -> value(channel, value));
    }

    /** Another node of this process may show them already; then they stay its own. */
    private void gauge(String name, String description, List<Tag> tags, Supplier<Double> value) {
        if (Metrics.getGauge(PREFIX + name, tags).isEmpty()) {
            meters.add(Metrics.getOrCreate(
                    Gauge.builder(PREFIX + name, value).description(description).tags(tags)));
        }
    }

    private double value(Channel channel, ToDoubleFunction<ChannelReport> value) {
        return figures.report(channel)
                .map(report -> value.applyAsDouble(report))
                .orElse(Double.NaN);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    @Override
    public void close() {
        meters.forEach(Metrics.globalRegistry()::remove);
    }
}
