package org.csrgrid.grid.job.filter;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about finding jobs. */
public final class FilterWireTypes {

    private FilterWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(
                FindJobs.class,
                JobPage.class,
                CountJobs.class,
                JobCounts.class,
                JobCounts.JobCount.class,
                ChangeJobs.class,
                ChangedJobs.class));
    }
}
