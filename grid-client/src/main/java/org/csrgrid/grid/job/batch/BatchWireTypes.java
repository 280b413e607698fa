package org.csrgrid.grid.job.batch;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.domain.job.batch.BatchEnd;
import org.csrgrid.domain.job.batch.BatchRequest;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about batches. */
public final class BatchWireTypes {

    private BatchWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(
                JobBatch.class,
                BatchRequest.class,
                BatchEnd.class,
                StartBatch.class,
                ReportEnds.class,
                MarkEnqueued.class,
                MarkCalled.class));
    }
}
