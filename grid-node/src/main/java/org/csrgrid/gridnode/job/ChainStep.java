package org.csrgrid.gridnode.job;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.Uniqueness;

/** The next job of a chain. */
final class ChainStep {

    private ChainStep() {}

    /** What follows a job that succeeded, with the rest of the chain; its id is derived from the job and its attempt. */
    static Optional<Job> after(Job job, Instant now) {
        List<JobRequest> next = job.request().next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        JobRequest request = next.getFirst()
                .with()
                .unique(Uniqueness.ONCE)
                .then(next.subList(1, next.size()))
                .build();
        return Optional.of(Job.ready(id(job), job.affinity(), request, now, now));
    }

    private static String id(Job job) {
        String id = job.id() + ">" + job.lastToken();
        return id.length() <= Job.ID_LIMIT
                ? id
                : "chain-" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
