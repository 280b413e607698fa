package org.csrgrid.gridnode.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.jspecify.annotations.Nullable;

/** An attempt without an engine: remembers what its handler says, and loses its lease when told to. */
public final class RecordedContext implements JobContext {

    public final List<String> lines = new ArrayList<>();
    public final List<String> progress = new ArrayList<>();
    public final List<Job> followUps = new ArrayList<>();
    private Job job;
    private int checkpointsLeft = Integer.MAX_VALUE;

    public RecordedContext(JobRequest request) {
        job = Job.ready("job-1", 0, request, Instant.EPOCH, Instant.EPOCH);
    }

    /** The next attempt at the same job. */
    public RecordedContext next() {
        RecordedContext next = new RecordedContext(job.request());
        next.job = job;
        return next;
    }

    /** Is interrupted at the checkpoint after so many. */
    public RecordedContext interruptedAfter(int checkpoints) {
        checkpointsLeft = checkpoints;
        return this;
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public long token() {
        return 1;
    }

    @Override
    public void progress(long done, long total, @Nullable String message) {
        progress.add("%d/%d %s".formatted(done, total, message));
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }

    @Override
    public void saveCursor(String cursor) {
        job = job.note(job.trace().withCursor(cursor));
    }

    @Override
    public void followUp(Job next) {
        followUps.add(next);
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (checkpointsLeft-- <= 0) {
            throw new InterruptedException("told to stop");
        }
    }
}
