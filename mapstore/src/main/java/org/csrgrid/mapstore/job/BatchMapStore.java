package org.csrgrid.mapstore.job;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.writebehind.DeadLetters;
import org.csrgrid.mapstore.writebehind.WriteBehindBatch;

/** The batches' map, written behind: what a lost second would have counted is counted again from the jobs' rows. */
public final class BatchMapStore extends TableMapStore<String, JobBatch> {
    private final BatchDao dao;

    /** @param map name of the map, as it stands in the dead letters */
    public BatchMapStore(String map, ConnectionSource source, DeadLetters deadLetters, BatchDao dao) {
        super(new WriteBehindBatch<>(map, source, BatchDao.table(), JobBatch::id, deadLetters));
        this.dao = dao;
    }

    @Override
    public Map<String, JobBatch> loadAll(Collection<String> ids) {
        return dao.byIds(ids).stream().collect(Collectors.toMap(JobBatch::id, Function.identity()));
    }

    @Override
    public Iterable<String> loadAllKeys() {
        return dao.allIds();
    }
}
