package org.csrgrid.gridnode.job;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.grid.job.NoteJob;
import org.jspecify.annotations.Nullable;

/** One attempt at a job, as its handler sees it. */
final class Attempt implements JobContext {

    private static final long BETWEEN_NOTES_MILLIS = 250;

    private final JobPartitions partitions;
    private final ClaimedJob claimed;
    private final JobListener listener;
    private final Clock clock;
    private final List<String> lines = new ArrayList<>();
    private final List<Job> followUps = new ArrayList<>();
    private JobTrace trace;
    private long notedAtMillis;

    Attempt(JobPartitions partitions, ClaimedJob claimed, JobListener listener, Clock clock) {
        this.partitions = partitions;
        this.claimed = claimed;
        this.listener = listener;
        this.clock = clock;
        trace = claimed.job().trace();
    }

    @Override
    public Job job() {
        return claimed.job();
    }

    @Override
    public long token() {
        return claimed.token();
    }

    @Override
    public void progress(long done, long total, @Nullable String message) {
        JobProgress before = trace.progress();
        Instant now = clock.instant();
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
        ClaimedJob.Stop stop = claimed.stop();
        if (stop == ClaimedJob.Stop.LEASE_LOST) {
            throw new LeaseLostException(job().id(), token());
        }
        if (Thread.interrupted() || stop != null) {
            throw new InterruptedException("job %s is to stop".formatted(job().id()));
        }
    }

    /** What the end of the attempt writes down with it; null if nothing was noted. */
    @Nullable
    JobTrace trace() {
        if (!lines.isEmpty()) {
            trace = trace.withLines(lines);
            lines.clear();
        }
        return trace == claimed.job().trace() ? null : trace;
    }

    List<Job> followUps() {
        return followUps;
    }

    private void note() {
        trace = trace.withLines(lines);
        lines.clear();
        JobTrace noted = trace;
        notedAtMillis = clock.millis();
        if (!partitions.run(claimed.key(), new NoteJob(token(), noted))) {
            throw new LeaseLostException(job().id(), token());
        }
        listener.moved(job(), JobState.RUNNING, noted);
    }
}
