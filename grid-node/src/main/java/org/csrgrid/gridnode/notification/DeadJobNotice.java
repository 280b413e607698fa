package org.csrgrid.gridnode.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.grid.notification.NotificationJobs.FailedJobWork;
import org.csrgrid.gridnode.job.JobEnds;

/** Decides whether a job's death is told of, and which deaths are the same to the one who is told. Pure. */
public final class DeadJobNotice {

    private static final Pattern VARYING = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|\\d+");
    private static final int DIGITS = 16;

    private DeadJobNotice() {}

    /**
     * The job that tells of a dead one, the same for all deaths of one fingerprint within an hour; empty for a job that is not dead, and for those that
     * do the telling, whose failure would otherwise cause the next.
     */
    public static Optional<Job> of(Job dead, Instant now) {
        if (dead.state() != JobState.DEAD || NotificationJobs.tellsOfFailures(dead.name())) {
            return Optional.empty();
        }
        String error = dead.lastError() == null ? "" : dead.lastError();
        FailedJobWork work = new FailedJobWork(
                dead.id(),
                dead.name(),
                dead.channel().jsonName(),
                dead.attempts(),
                fingerprint(dead.name(), error),
                error);
        return Optional.of(NotificationJobs.jobFailed(work, now));
    }

    /** Has every death told of that is to be told of. */
    public static JobEnds through(JobGrid jobs, Clock clock) {
        return ended -> of(ended, clock.instant()).ifPresent(jobs::enqueue);
    }

    /** The same for errors that differ only in ids and other numbers. */
    static String fingerprint(String name, String error) {
        String kind = name + "\n" + VARYING.matcher(error).replaceAll("#");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(kind.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
