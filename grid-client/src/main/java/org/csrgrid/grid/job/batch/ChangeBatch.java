package org.csrgrid.grid.job.batch;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.csrgrid.domain.job.batch.JobBatch;
import org.jspecify.annotations.Nullable;

/** An operation on one batch. Atomic over the batch; a repeat is harmless. Answers the batch afterwards, null if there is none. */
interface ChangeBatch extends EntryProcessor<String, JobBatch, @Nullable JobBatch> {

    /** Its row is read again when somebody asks later. */
    long CLOSED_SECONDS = 600;

    @Nullable
    JobBatch after(@Nullable JobBatch before);

    @Override
    default @Nullable JobBatch process(Map.Entry<String, JobBatch> entry) {
        JobBatch before = entry.getValue();
        JobBatch after = after(before);
        if (after == null || after == before) {
            return after;
        }
        if (entry instanceof ExtendedMapEntry<String, JobBatch> stored) {
            stored.setValue(after, after.isOpen() ? 0 : CLOSED_SECONDS, TimeUnit.SECONDS);
        } else {
            entry.setValue(after);
        }
        return after;
    }
}
