package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** Removes a job that is over, and its row. Atomic over the job; a repeat is harmless. Answers whether it is gone; false says that it is alive. */
public record ForgetJob() implements EntryProcessor<JobKey, Job, Boolean> {

    @Override
    public Boolean process(Map.Entry<JobKey, @Nullable Job> entry) {
        Job job = entry.getValue();
        if (job == null) {
            return true;
        }
        if (!job.state().isOver() || job.isOwing()) {
            return false;
        }
        entry.setValue(null);
        return true;
    }
}
