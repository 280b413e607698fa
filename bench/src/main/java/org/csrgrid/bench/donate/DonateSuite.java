package org.csrgrid.bench.donate;

import java.nio.file.Path;
import java.time.Duration;
import org.csrgrid.bench.load.LoadPlan;
import org.csrgrid.bench.load.LoadResult;
import org.csrgrid.bench.load.LoadRun;
import org.csrgrid.bench.suite.Row;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.bench.world.World;
import org.csrgrid.mapstore.database.Database;

/** Donations over HTTP: how many are acknowledged, and how long until all are completed. */
final class DonateSuite {

    static final double SPREAD_AIM = 5_000;
    static final double HOT_AIM = 4_000;
    private static final Duration DRAIN_PATIENCE = Duration.ofMinutes(10);

    private final Suite suite;
    private final int connections;
    private final Duration warmUp;
    private final Duration measured;
    private final Acknowledged acknowledged = new Acknowledged();

    DonateSuite(Suite suite, int connections, Duration warmUp, Duration measured) {
        this.suite = suite;
        this.connections = connections;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** Acknowledgement alone: every pledge is durable when it is acknowledged, and nothing is settled meanwhile. */
    void acknowledge(World world) {
        LoadResult spread = run(world, "spread, acknowledged", "s", world.campaigns(), Long.MAX_VALUE);
        suite.add(Row.atLeast("donate spread over 1,000 campaigns", spread.perSecond(), "acknowledged/s", SPREAD_AIM));
        suite.add(Row.plain("donate spread, p99", spread.milliseconds(99), "ms"));
        LoadResult hot = run(world, "hot, acknowledged", "h", new long[] {world.hotCampaign()}, Long.MAX_VALUE);
        suite.add(Row.atLeast("donate to one hot campaign", hot.perSecond(), "acknowledged/s", HOT_AIM));
        suite.add(Row.plain("donate hot, p99", hot.milliseconds(99), "ms"));
        check(world);
    }

    /** From the first request until every donation is completed and saved. */
    void complete(World world, long donations) {
        try (Database database = world.openDatabase()) {
            Bookkeeping books = new Bookkeeping(database);
            long start = System.nanoTime();
            run(world, "spread, while settling", "e", world.campaigns(), donations);
            long loaded = System.nanoTime();
            boolean drained = books.awaitCompletion(DRAIN_PATIENCE);
            double seconds = (System.nanoTime() - start) / 1e9;
            long completed = books.completed();
            suite.say(
                    "%,d of %,d donations completed and saved %.1f s after the first request, %.1f s after the last",
                    completed, books.pledged(), seconds, (System.nanoTime() - loaded) / 1e9);
            suite.add(Row.plain("donate and settle, end to end", completed / seconds, "completed/s"));
            if (!drained) {
                throw new WrongBooksException("%d donations are not completed after %s (expected: 0)"
                        .formatted(books.pledged() - completed, DRAIN_PATIENCE));
            }
        }
        check(world);
    }

    void writeAcknowledged(Path file) {
        acknowledged.writeTo(file);
    }

    /** Starts over with another world. */
    DonateSuite next() {
        return new DonateSuite(suite, connections, warmUp, measured);
    }

    private LoadResult run(World world, String row, String keyPrefix, long[] campaigns, long most) {
        LoadPlan plan = new LoadPlan(world.apis(), connections, warmUp, measured, most);
        LoadResult result = LoadRun.run(
                plan,
                connection -> new Donating(
                        keyPrefix + connection + "-", connection * 37, world.tokens(), campaigns, acknowledged));
        suite.measured(row, result);
        return result;
    }

    private void check(World world) {
        try (Database database = world.openDatabase()) {
            Bookkeeping books = new Bookkeeping(database);
            long missing = books.missing(acknowledged);
            suite.say(
                    "%,d acknowledged, %,d in the ledger, %d missing", acknowledged.count(), books.pledged(), missing);
            if (missing > 0) {
                throw new WrongBooksException(missing + " acknowledged donations are not in the ledger (expected: 0)");
            }
        }
    }
}
