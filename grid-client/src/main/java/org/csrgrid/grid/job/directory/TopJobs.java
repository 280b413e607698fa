package org.csrgrid.grid.job.directory;

import com.hazelcast.aggregation.Aggregator;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.wire.Micros;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first jobs in memory that fit a filter. Every partition keeps only its own first ones, one more than the limit to see whether a next page
 * exists. Synchronized because a member uses one instance on several threads while partitions migrate.
 */
final class TopJobs implements Aggregator<Map.Entry<JobKey, Job>, FoundJobs> {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final transient JobFilter filter;
    private final Instant now;
    private final @Nullable JobPosition after;
    private final int limit;
    private final TreeMap<JobPosition, Job> found = new TreeMap<>(JobPosition.ORDER);

    /** @throws org.csrgrid.domain.job.filter.JobFilterSyntaxException if the filter cannot be read */
    TopJobs(String text, Instant now, @Nullable JobPosition after, int limit, List<Job> found) {
        this.text = text;
        this.now = now;
        this.after = after;
        this.limit = limit;
        filter = JobFilter.parse(text, now);
        found.forEach(this::keep);
    }

    @Override
    public synchronized void accumulate(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (filter.matches(job) && (after == null || JobPosition.ORDER.compare(after, JobPosition.of(job)) < 0)) {
            keep(job);
        }
    }

    @Override
    public synchronized void combine(Aggregator aggregator) {
        ((TopJobs) aggregator).found().forEach(this::keep);
    }

    @Override
    public synchronized FoundJobs aggregate() {
        List<Job> all = found();
        if (all.size() <= limit) {
            return new FoundJobs(all, null);
        }
        List<Job> page = all.subList(0, limit);
        return new FoundJobs(page, JobPosition.of(page.getLast()));
    }

    private void keep(Job job) {
        found.put(JobPosition.of(job), job);
        if (found.size() > limit + 1) {
            found.pollLastEntry();
        }
    }

    private synchronized List<Job> found() {
        return List.copyOf(found.values());
    }

    /** Written by hand because an aggregator, unlike everything else that travels, is no record. */
    static final class Serializer implements CompactSerializer<TopJobs> {

        @Override
        public TopJobs read(CompactReader reader) {
            return new TopJobs(
                    Objects.requireNonNull(reader.readString("filter")),
                    Micros.toInstant(reader.readInt64("now")),
                    reader.readCompact("after"),
                    reader.readInt32("limit"),
                    List.of(Objects.requireNonNull(reader.readArrayOfCompact("found", Job.class))));
        }

        @Override
        public void write(CompactWriter writer, TopJobs top) {
            writer.writeString("filter", top.text);
            writer.writeInt64("now", Micros.of(top.now));
            writer.writeCompact("after", top.after);
            writer.writeInt32("limit", top.limit);
            writer.writeArrayOfCompact("found", top.found().toArray(Job[]::new));
        }

        @Override
        public String getTypeName() {
            return "TopJobs";
        }

        @Override
        public Class<TopJobs> getCompactClass() {
            return TopJobs.class;
        }
    }
}
