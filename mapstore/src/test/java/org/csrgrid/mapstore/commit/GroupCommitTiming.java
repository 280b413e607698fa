package org.csrgrid.mapstore.commit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;

/** Prints durable rows per second and latency: arguments are callers, writers, batch size and seconds. */
final class GroupCommitTiming {
    private GroupCommitTiming() {}

    public static void main(String[] arguments) throws Exception {
        int callers = Integer.parseInt(arguments[0]);
        int writers = Integer.parseInt(arguments[1]);
        int batchSize = Integer.parseInt(arguments[2]);
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[3]));
        Path folder = Files.createTempDirectory("csr-timing-");
        long starting = System.nanoTime();
        try (EmbeddedDatabase server = EmbeddedDatabase.start(EmbeddedOptions.in(folder));
                Database database = Database.open(server.databaseOptions());
                GroupCommitWriter<Coin> writer = new GroupCommitWriter<>(
                        GroupCommitOptions.named("coin").with(writers, batchSize),
                        database::connectDirectly,
                        Coin.insert(),
                        CoinConflictException::new)) {
            System.out.printf("started in %d ms%n", (System.nanoTime() - starting) / 1_000_000);
            database.jdbi().useHandle(handle -> handle.execute(Coin.CREATE_TABLE));
            AtomicLong ids = new AtomicLong();
            run(writer, ids, callers, time.dividedBy(2), "warm-up");
            run(writer, ids, callers, time, "measured");
            System.out.printf("%d rows in the table, %s%n", Coin.count(database), writer.figures());
        }
    }

    private static void run(GroupCommitWriter<Coin> writer, AtomicLong ids, int callers, Duration time, String phase)
            throws InterruptedException {
        long[] micros = new long[4_000_000];
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int caller = 0; caller < callers; caller++) {
            threads.execute(() -> {
                for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                    writer.append(Coin.of(ids.incrementAndGet()));
                    micros[(int) done.getAndIncrement()] = (System.nanoTime() - begin) / 1000;
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(time.toSeconds() + 30, TimeUnit.SECONDS);
        int count = (int) done.get();
        Arrays.sort(micros, 0, count);
        System.out.printf(
                "%s: %d callers, %.0f rows/s, p50 %.1f ms, p99 %.1f ms%n",
                phase,
                callers,
                count / (time.toMillis() / 1000.0),
                micros[count / 2] / 1000.0,
                micros[count * 99 / 100] / 1000.0);
    }
}
