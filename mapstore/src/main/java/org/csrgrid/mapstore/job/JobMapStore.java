package org.csrgrid.mapstore.job;

import com.hazelcast.map.MapStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.writebehind.DeadLetters;
import org.csrgrid.mapstore.writebehind.WriteBehindBatch;
import org.jspecify.annotations.Nullable;

/**
 * The jobs' map, written behind. Nothing is ever loaded: whatever is not over is in the map, so what the map does not know is over or never was; what a
 * fault took out of the map is put back explicitly. Rows of jobs that are over stay, unless the job is not to be remembered.
 */
public final class JobMapStore implements MapStore<JobKey, Job> {
    private static final long FIRST_VERSION = 1;

    private final WriteBehindBatch<Job> writer;
    private final Set<Channel> durable;

    /**
     * @param map name of the map, as it stands in the dead letters
     * @param durable the channels whose new jobs are in the table before they are in the map
     */
    public JobMapStore(String map, ConnectionSource source, DeadLetters deadLetters, Set<Channel> durable) {
        writer = new WriteBehindBatch<>(map, source, JobRow.table(), Job::id, deadLetters);
        this.durable = Set.copyOf(durable);
    }

    @Override
    public void store(JobKey key, Job job) {
        storeAll(Map.of(key, job));
    }

    @Override
    public void storeAll(Map<JobKey, Job> jobs) {
        List<Job> written = new ArrayList<>(jobs.size());
        List<String> forgotten = new ArrayList<>();
        for (Job job : jobs.values()) {
            if (isForgotten(job)) {
                forgotten.add(job.id());
            } else if (job.version() > FIRST_VERSION || !durable.contains(job.channel())) {
                written.add(job);
            }
        }
        writer.storeAll(written);
        writer.deleteAll(forgotten);
    }

    /** Whether nobody will ask for it: it stays in the map for a moment only, so that late repeats meet it. */
    private static boolean isForgotten(Job job) {
        return job.state() == JobState.SUCCEEDED && !job.request().keep() && !job.isOwing();
    }

    @Override
    public void delete(JobKey key) {
        deleteAll(List.of(key));
    }

    @Override
    public void deleteAll(Collection<JobKey> keys) {
        writer.deleteAll(keys.stream().map(JobKey::id).toList());
    }

    @Override
    public @Nullable Job load(JobKey key) {
        return null;
    }

    @Override
    public Map<JobKey, Job> loadAll(Collection<JobKey> keys) {
        return Map.of();
    }

    @Override
    public @Nullable Iterable<JobKey> loadAllKeys() {
        return null;
    }
}
