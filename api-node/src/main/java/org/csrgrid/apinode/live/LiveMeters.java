package org.csrgrid.apinode.live;

import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.Meter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The streams' figures among this node's metrics. */
final class LiveMeters implements AutoCloseable {

    private static final String PREFIX = "csr.live.";

    private final List<Meter> meters = new ArrayList<>();

    /** Shows the figures until closed. */
    LiveMeters(LiveStreams streams) {
        for (LiveTopic.Kind kind : LiveTopic.Kind.values()) {
            List<Tag> tags = List.of(Tag.create("kind", kind.name().toLowerCase(Locale.ROOT)));
            gauge("streams", "Open streams", tags, () -> streams.count(kind));
        }
        gauge("events", "Events written to readers", List.of(), streams.events::sum);
        gauge("dropped.slow", "Readers dropped because they did not read", List.of(), streams.slow::sum);
        gauge("resets", "Readers told to read anew", List.of(), streams.resets::sum);
        gauge("refused", "Streams there was no room for", List.of(), streams.refused::sum);
    }

    /** Another node of this process may show them already; then they stay its own. */
    private <N extends Number> void gauge(String name, String description, List<Tag> tags, Supplier<N> value) {
        if (Metrics.getGauge(PREFIX + name, tags).isEmpty()) {
            meters.add(Metrics.getOrCreate(
                    Gauge.builder(PREFIX + name, value).description(description).tags(tags)));
        }
    }

    @Override
    public void close() {
        meters.forEach(Metrics.globalRegistry()::remove);
    }
}
