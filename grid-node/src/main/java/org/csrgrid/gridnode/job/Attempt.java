package org.csrgrid.gridnode.job;

import com.hazelcast.map.IMap;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.NoteJob;
import org.jspecify.annotations.Nullable;

/** One attempt at a job, as its handler sees it. */
final class Attempt implements JobContext {

    private static final long BETWEEN_NOTES_MILLIS = 250;

    private final IMap<JobKey, Job> jobs;
    private final Job job;
    private final Clock clock;
    private final List<String> lines = new ArrayList<>();
    private final List<Job> followUps = new ArrayList<>();
    private JobTrace trace;
    private long notedAtMillis;

    Attempt(IMap<JobKey, Job> jobs, Job job, Clock clock) {
        this.jobs = jobs;
        this.job = job;
        this.clock = clock;
        trace = job.trace();
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public long token() {
        return job.lastToken();
    }

    @Override
    public void progress(long done, long total, @Nullable String message) {
        JobProgress before = trace.progress();
        var now = clock.instant();
        trace = trace.withProgress(
                new JobProgress(done, total, message, before == null ? now : before.startedAt(), now));
        if (done == total || now.toEpochMilli() - notedAtMillis >= BETWEEN_NOTES_MILLIS) {
            note();
        }
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }

    @Override
    public void saveCursor(String cursor) {
        trace = trace.withCursor(cursor);
        note();
    }

    @Override
    public void followUp(Job next) {
        followUps.add(next);
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("job %s is to stop".formatted(job.id()));
        }
        note();
    }

    /** What the end of the attempt writes down with it. */
    JobTrace trace() {
        trace = trace.withLines(lines);
        lines.clear();
        return trace;
    }

    List<Job> followUps() {
        return followUps;
    }

    private void note() {
        JobTrace noted = trace();
        notedAtMillis = clock.millis();
        if (!GridCalls.repeatable(() -> jobs.executeOnKey(JobKey.of(job), new NoteJob(token(), noted)))) {
            throw new LeaseLostException(job.id(), token());
        }
    }
}
