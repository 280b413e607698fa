package org.csrgrid.mapstore.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;
import org.csrgrid.mapstore.database.Migrations;
import org.csrgrid.mapstore.testing.Story;

/** Prints durable ledger entries per second and latency: arguments are callers, writers, batch size, campaigns and seconds. */
final class LedgerTiming {
    private static final int MOST_CALLS = 4_000_000;

    private LedgerTiming() {}

    public static void main(String[] arguments) throws Exception {
        int callers = Integer.parseInt(arguments[0]);
        MapStoreOptions options = MapStoreOptions.of(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        int campaigns = Integer.parseInt(arguments[3]);
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[4]));
        Path folder = Files.createTempDirectory("csr-timing-");
        try (EmbeddedDatabase server = EmbeddedDatabase.start(EmbeddedOptions.in(folder));
                Database database = Database.open(server.databaseOptions())) {
            Migrations.migrate(database);
            try (MapStores stores = MapStores.open(database, options, InstantSource.system())) {
                run(stores.ledger(), callers, campaigns, time.dividedBy(2), "warm-up");
                run(stores.ledger(), callers, campaigns, time, "measured");
                System.out.println(stores.ledger().figures());
            }
        }
    }

    private static void run(LedgerMapStore ledger, int callers, int campaigns, Duration time, String phase)
            throws InterruptedException {
        long[] micros = new long[MOST_CALLS];
        AtomicInteger done = new AtomicInteger();
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int caller = 0; caller < callers; caller++) {
            threads.execute(() -> {
                for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                    LedgerEntry entry = Story.pledge(done.get() % campaigns, done.get() % 20_000)
                            .last();
                    ledger.store(entry.id(), entry);
                    micros[done.getAndIncrement()] = (System.nanoTime() - begin) / 1000;
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(time.toSeconds() + 30, TimeUnit.SECONDS);
        int count = done.get();
        Arrays.sort(micros, 0, count);
        System.out.printf(
                "%s: %d callers, %.0f entries/s, p50 %.1f ms, p99 %.1f ms%n",
                phase,
                callers,
                count / (time.toMillis() / 1000.0),
                micros[count / 2] / 1000.0,
                micros[count * 99 / 100] / 1000.0);
    }
}
