package org.csrgrid.grid.job;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.ChannelControl;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobLease;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.grid.cluster.ClusterSafe;
import org.csrgrid.grid.cluster.DirtyEntries;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about jobs. */
public final class JobWireTypes {

    private JobWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(
                Job.class,
                JobLease.class,
                JobRequest.class,
                Uniqueness.class,
                BatchPlace.class,
                JobTrace.class,
                JobProgress.class,
                JobKey.class,
                JobEnd.class,
                AddJobs.class,
                ClaimJobs.class,
                EndJobs.class,
                RenewJobs.class,
                DeliveredJob.class,
                RestoreJobs.class,
                CancelJob.class,
                ReviveJob.class,
                ForgetJob.class,
                NoteJob.class,
                OrphanJob.class,
                EnqueueJobs.class,
                EnqueuedJobs.class,
                InterruptJob.class,
                ReviveStoredJob.class,
                FoundJob.class,
                ChannelControl.class,
                ReadChannels.class,
                ChannelTallies.class,
                ChannelTally.class,
                ClusterSafe.class,
                DirtyEntries.class));
    }
}
