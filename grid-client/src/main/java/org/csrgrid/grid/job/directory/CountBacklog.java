package org.csrgrid.grid.job.directory;

import com.hazelcast.aggregation.Aggregator;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.wire.Micros;

/** Counts the jobs in memory by channel. Synchronized because a member uses one instance on several threads while partitions migrate. */
final class CountBacklog implements Aggregator<Map.Entry<JobKey, Job>, Backlogs> {

    private static final long serialVersionUID = 1L;

    private final Instant now;
    private final Map<Channel, ChannelBacklog> counted = new EnumMap<>(Channel.class);

    CountBacklog(Instant now, Collection<ChannelBacklog> counted) {
        this.now = now;
        counted.forEach(this::add);
    }

    @Override
    public synchronized void accumulate(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        counted.compute(job.channel(), (channel, before) -> (before == null ? ChannelBacklog.none(channel) : before)
                .with(job, now));
    }

    @Override
    public synchronized void combine(Aggregator aggregator) {
        ((CountBacklog) aggregator).counted().forEach(this::add);
    }

    @Override
    public synchronized Backlogs aggregate() {
        return new Backlogs(counted());
    }

    private void add(ChannelBacklog more) {
        counted.merge(more.channel(), more, ChannelBacklog::plus);
    }

    private synchronized List<ChannelBacklog> counted() {
        return List.copyOf(counted.values());
    }

    /** Written by hand because an aggregator, unlike everything else that travels, is no record. */
    static final class Serializer implements CompactSerializer<CountBacklog> {

        @Override
        public CountBacklog read(CompactReader reader) {
            return new CountBacklog(
                    Micros.toInstant(reader.readInt64("now")),
                    List.of(Objects.requireNonNull(reader.readArrayOfCompact("counted", ChannelBacklog.class))));
        }

        @Override
        public void write(CompactWriter writer, CountBacklog count) {
            writer.writeInt64("now", Micros.of(count.now));
            writer.writeArrayOfCompact("counted", count.counted().toArray(ChannelBacklog[]::new));
        }

        @Override
        public String getTypeName() {
            return "CountBacklog";
        }

        @Override
        public Class<CountBacklog> getCompactClass() {
            return CountBacklog.class;
        }
    }
}
