package org.csrgrid.grid.job;

import java.time.Instant;
import java.util.List;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;

/** The jobs that keep the house: clean-up, warming, watching. One of a kind at a time. */
public final class HouseJobs {

    public static final JobType<CleanupWork> CLEANUP_EXPIRED_DATA =
            JobType.of("cleanup-expired-data", Channel.MAINTENANCE, CleanupWork.class);
    public static final JobType<WarmWork> WARM_CACHE = JobType.of("warm-cache", Channel.CACHE_WARMING, WarmWork.class);
    public static final JobType<MonitorWork> MONITOR_JOBS =
            JobType.of("monitor-jobs", Channel.NOTIFICATIONS, MonitorWork.class);

    private HouseJobs() {}

    /** @param dryRun only counts what would be deleted */
    public record CleanupWork(boolean dryRun) {}

    /** @param names of what to warm; empty for everything */
    public record WarmWork(List<String> names) {

        public WarmWork {
            names = List.copyOf(names);
        }
    }

    /** Nothing to say. */
    public record MonitorWork() {}

    /** Deletes what has been kept long enough. */
    public static Job cleanupExpiredData(boolean dryRun, Instant now) {
        return job(CLEANUP_EXPIRED_DATA, new CleanupWork(dryRun), dryRun ? "dry-run" : "run", now);
    }

    /** @param names of what to warm; empty for everything */
    public static Job warmCache(List<String> names, Instant now) {
        return job(WARM_CACHE, new WarmWork(names), String.join(",", names), now);
    }

    /** Looks after the channels. */
    public static Job monitorJobs(Instant now) {
        return job(MONITOR_JOBS, new MonitorWork(), "run", now);
    }

    private static <P extends Record> Job job(JobType<P> type, P work, String cause, Instant now) {
        String id = type.name() + ":" + cause;
        return Job.ready(id, id.hashCode(), type.request(work), now, now);
    }
}
