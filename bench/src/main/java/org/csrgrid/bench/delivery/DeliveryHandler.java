package org.csrgrid.bench.delivery;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import org.csrgrid.bench.delivery.DeliveryJobs.DeliveryWork;
import org.csrgrid.config.settings.DatabaseSettings;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.gridnode.DatabaseAccess;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.LeaseLostException;
import org.csrgrid.mapstore.database.Database;

/**
 * Writes down every attempt. One that notices that it was overtaken does what a worker must not get away with: it saves a cursor, leaves a follow-up of an id
 * nobody else uses, and returns as if it had succeeded.
 */
public final class DeliveryHandler implements JobHandler<DeliveryWork> {

    private static final int CONNECTIONS = 16;

    private final JobType<DeliveryWork> type;
    private final DeliveryBook book;

    private DeliveryHandler(JobType<DeliveryWork> type, DeliveryBook book) {
        this.type = type;
        this.book = book;
    }

    /** The handlers of all channels, with connections of their own that last as long as the process. */
    public static List<JobHandler<?>> all(DatabaseSettings settings) {
        DeliveryBook book =
                new DeliveryBook(Database.open(DatabaseAccess.options(settings).withPoolSize(CONNECTIONS)));
        return DeliveryJobs.types().stream()
                .<JobHandler<?>>map(type -> new DeliveryHandler(type, book))
                .toList();
    }

    @Override
    public JobType<DeliveryWork> type() {
        return type;
    }

    @Override
    public void run(DeliveryWork work, JobContext context) throws InterruptedException {
        Job job = context.job();
        long row = book.begin(job.id(), context.token(), job.attempts(), work.parentToken(), cursorToken(job));
        for (int step = 1; step <= work.steps(); step++) {
            if (!work(work, context, row, step)) {
                return;
            }
        }
        if (work.failsOnce() && job.attempts() == 1) {
            book.end(row, Outcome.FAILED);
            throw new FailsOnceException(job.id());
        }
        boolean _ = book.effect(job.id(), context.token());
        if (work.followsUp()) {
            context.followUp(
                    DeliveryJobs.follower(job, DeliveryJobs.afterId(job.id()), context.token(), Instant.now()));
        }
        book.end(row, Outcome.DONE);
    }

    /** One step; whether the attempt goes on. */
    private boolean work(DeliveryWork work, JobContext context, long row, int step) throws InterruptedException {
        String id = context.job().id();
        try {
            Thread.sleep(work.stepMillis());
            if (book.isOvertaken(id, context.token())) {
                cheat(context, row);
                return false;
            }
            context.saveCursor(context.token() + " " + step);
            return true;
        } catch (InterruptedException | LeaseLostException stopped) {
            boolean _ = Thread.interrupted();
            if (book.isOvertaken(id, context.token())) {
                cheat(context, row);
                return false;
            }
            book.end(row, Outcome.INTERRUPTED);
            throw stopped;
        }
    }

    private void cheat(JobContext context, long row) {
        Outcome outcome = Outcome.WROTE_STALE;
        try {
            context.saveCursor(context.token() + " stale");
        } catch (LeaseLostException refused) {
            outcome = Outcome.OVERTAKEN;
        }
        boolean _ = book.effect(context.job().id(), context.token());
        context.followUp(DeliveryJobs.follower(
                context.job(),
                context.job().id() + DeliveryJobs.STALE + context.token(),
                context.token(),
                Instant.now()));
        book.end(row, outcome);
    }

    private static long cursorToken(Job job) {
        String cursor = requireNonNullElse(job.trace().cursor(), "");
        return cursor.isEmpty() ? 0 : Long.parseLong(cursor.substring(0, cursor.indexOf(' ')));
    }
}
