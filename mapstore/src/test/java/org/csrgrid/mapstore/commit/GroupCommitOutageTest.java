package org.csrgrid.mapstore.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.LongStream;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outages of a server of its own, because they would hit every other test of the shared one. */
class GroupCommitOutageTest {
    @TempDir
    Path parent;

    @Test
    void a_killed_database_fails_all_callers_fast_and_no_acknowledged_row_is_lost_after_its_restart() throws Exception {
        EmbeddedDatabase first = start(0);
        try (Database database = open(first);
                GroupCommitWriter<Coin> writer = writer(database)) {
            ConcurrentSkipListSet<Long> acknowledged = new ConcurrentSkipListSet<>();
            Thread killer = Thread.ofVirtual().start(() -> {
                await().until(() -> acknowledged.size() > 300);
                first.kill();
            });
            long started = System.nanoTime();
            List<Optional<Throwable>> failures =
                    Callers.all(coins(64), coin -> appendUntilRefused(writer, coin, acknowledged));
            killer.join();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
            assertThat(failures)
                    .allSatisfy(failure -> assertThat(failure).get().isInstanceOf(DatabaseUnavailableException.class));
            try (EmbeddedDatabase second = start(first.port())) {
                appendOnceItAnswers(writer, Coin.of(9_000_000));
                assertThat(storedIds(database)).containsAll(acknowledged).contains(9_000_000L);
                assertThat(writer.isDatabaseAway()).isFalse();
                assertThat(second.isRunning()).isTrue();
            }
        }
    }

    @Test
    void callers_are_refused_at_once_while_the_database_is_away() {
        EmbeddedDatabase server = start(0);
        try (Database database = open(server);
                GroupCommitWriter<Coin> writer = writer(database)) {
            writer.append(Coin.of(1));
            server.kill();
            assertThatThrownBy(() -> writer.append(Coin.of(2))).isInstanceOf(DatabaseUnavailableException.class);
            assertThat(writer.isDatabaseAway()).isTrue();
            long started = System.nanoTime();
            for (int call = 0; call < 1000; call++) {
                assertThatThrownBy(() -> writer.append(Coin.of(3))).isInstanceOf(DatabaseUnavailableException.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void a_frozen_database_holds_callers_for_the_socket_timeout_only_and_a_repeat_finds_the_truth() throws Exception {
        try (EmbeddedDatabase server = start(0);
                Database database = open(server, Duration.ofMillis(500));
                GroupCommitWriter<Coin> writer = writer(database)) {
            writer.append(Coin.of(1));
            signal(server, "STOP");
            long started = System.nanoTime();
            List<Optional<Throwable>> failures = Callers.all(coins(64), writer::append);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
            assertThat(failures)
                    .allSatisfy(failure -> assertThat(failure).get().isInstanceOf(DatabaseUnavailableException.class));
            signal(server, "CONT");
            coins(64).forEach(coin -> appendOnceItAnswers(writer, coin));
            assertThat(Coin.count(database)).isEqualTo(64);
        }
    }

    private static void signal(EmbeddedDatabase server, String name) throws Exception {
        int exitCode = new ProcessBuilder("kill", "-" + name, Long.toString(server.pid()))
                .start()
                .waitFor();
        assertThat(exitCode).isZero();
    }

    private EmbeddedDatabase start(int port) {
        return EmbeddedDatabase.start(EmbeddedOptions.in(parent.resolve("data"))
                .withBufferPoolMegabytes(32)
                .withPort(port));
    }

    private static Database open(EmbeddedDatabase server) {
        return open(server, Duration.ofSeconds(10));
    }

    private static Database open(EmbeddedDatabase server, Duration socketTimeout) {
        Database database = Database.open(new DatabaseOptions(
                server.jdbcUrl(),
                server.user(),
                server.password(),
                2,
                Duration.ofSeconds(2),
                socketTimeout,
                Duration.ofSeconds(8)));
        database.jdbi().useHandle(handle -> handle.execute(Coin.CREATE_TABLE));
        return database;
    }

    private static GroupCommitWriter<Coin> writer(Database database) {
        return new GroupCommitWriter<>(
                GroupCommitOptions.named("coin"), database::connectDirectly, Coin.insert(), CoinConflictException::new);
    }

    private static void appendUntilRefused(
            GroupCommitWriter<Coin> writer, Coin first, ConcurrentSkipListSet<Long> acknowledged) {
        for (long id = first.id(); ; id += 1000) {
            writer.append(Coin.of(id));
            acknowledged.add(id);
        }
    }

    private static void appendOnceItAnswers(GroupCommitWriter<Coin> writer, Coin coin) {
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            writer.append(coin);
            return true;
        });
    }

    private static List<Long> storedIds(Database database) {
        return await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(
                        () -> database.jdbi().withHandle(handle -> handle.select("SELECT id FROM coin")
                                .mapTo(Long.class)
                                .list()),
                        ids -> !ids.isEmpty());
    }

    private static List<Coin> coins(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Coin::of).toList();
    }
}
