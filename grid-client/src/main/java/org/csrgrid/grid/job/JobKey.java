package org.csrgrid.grid.job;

import com.hazelcast.partition.PartitionAware;
import org.csrgrid.domain.job.Job;

/** A job's key: it lives in the partition of what it is about. */
public record JobKey(String id, long affinity) implements PartitionAware<Long> {

    public static JobKey of(Job job) {
        return new JobKey(job.id(), job.affinity());
    }

    @Override
    public Long getPartitionKey() {
        return affinity;
    }
}
