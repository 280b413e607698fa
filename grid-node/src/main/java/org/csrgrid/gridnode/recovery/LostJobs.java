package org.csrgrid.gridnode.recovery;

import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.mapstore.job.JobDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts jobs back that the database takes for unfinished and the grid does not know. Either the grid lost them, or they were over and a dying member's
 * last write came after their row was deleted; running such a job again is harmless, and ends with its row deleted. Used by one thread.
 */
final class LostJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LostJobs.class);
    /** A younger job may not have reached the grid or the database yet. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int PAGE = 1_000;

    private final IMap<JobKey, Job> jobs;
    private final JobDao rows;
    private final JobGrid enqueued;
    private String lastId = "";
    private Map<String, Long> missing = new HashMap<>();
    private Map<String, Long> missingBefore = new HashMap<>();

    LostJobs(IMap<JobKey, Job> jobs, JobDao rows, JobGrid enqueued) {
        this.jobs = jobs;
        this.rows = rows;
        this.enqueued = enqueued;
    }

    /**
     * Looks through a part of the table, and from its beginning once the end is reached. A job is put back when two rounds have missed it and nobody
     * wrote it in between: what is over may stay in the table until the next write-behind.
     */
    void look(Instant now) {
        List<Job> page = rows.unfinished(Instant.EPOCH, now.minus(GRACE), lastId, PAGE);
        Set<String> known = knownOf(page);
        int restored = 0;
        for (Job job : page) {
            if (!known.contains(job.id()) && !isLeased(job, now)) {
                missing.put(job.id(), job.version());
                if (Long.valueOf(job.version()).equals(missingBefore.get(job.id()))) {
                    enqueued.enqueue(job.restored(now));
                    restored++;
                }
            }
        }
        lastId = page.size() < PAGE ? "" : page.getLast().id();
        if (lastId.isEmpty()) {
            missingBefore = missing;
            missing = new HashMap<>();
        }
        if (restored > 0) {
            LOG.info("{} unfinished jobs were in the database only and are in the grid again", restored);
        }
    }

    private Set<String> knownOf(List<Job> page) {
        Set<JobKey> keys = page.stream().map(JobKey::of).collect(Collectors.toCollection(HashSet::new));
        return GridCalls.repeatable(() -> jobs.getAll(keys)).keySet().stream()
                .map(JobKey::id)
                .collect(Collectors.toSet());
    }

    private static boolean isLeased(Job job, Instant now) {
        return job.state() == JobState.RUNNING && !job.isClaimable(now);
    }
}
