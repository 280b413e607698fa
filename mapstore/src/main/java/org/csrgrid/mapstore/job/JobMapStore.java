package org.csrgrid.mapstore.job;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.writebehind.DeadLetters;
import org.csrgrid.mapstore.writebehind.WriteBehindBatch;

/** The jobs' map, written behind; all unfinished jobs come back after a restart. */
public final class JobMapStore extends TableMapStore<JobKey, Job> {
    private final JobDao dao;

    /** @param map name of the map, as it stands in the dead letters */
    public JobMapStore(String map, ConnectionSource source, DeadLetters deadLetters, JobDao dao) {
        super(new WriteBehindBatch<>(map, source, JobRow.table(), Job::id, deadLetters));
        this.dao = dao;
    }

    @Override
    protected Object rowKey(JobKey key) {
        return key.id();
    }

    @Override
    public Map<JobKey, Job> loadAll(Collection<JobKey> keys) {
        return dao.byIds(keys.stream().map(JobKey::id).toList()).stream()
                .filter(job -> keys.contains(JobKey.of(job)))
                .collect(Collectors.toMap(JobKey::of, Function.identity()));
    }

    @Override
    public Iterable<JobKey> loadAllKeys() {
        return dao.allKeys();
    }
}
