package org.csrgrid.mapstore.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a group commit promises, on whichever server the subclass names. */
abstract class GroupCommitContract {
    private Database database;

    abstract TestServer server();

    @BeforeEach
    void create_the_table() {
        database = Database.open(server().emptySchema());
        database.jdbi().useHandle(handle -> handle.execute(Coin.CREATE_TABLE));
    }

    @AfterEach
    void close_the_pool() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void sixty_four_callers_share_commits_and_all_their_rows_are_there() throws Exception {
        try (GroupCommitWriter<Coin> writer = writer(2, 512, Coin.insert())) {
            List<Optional<Throwable>> failures = Callers.all(coins(64), writer::append);
            assertThat(failures).allMatch(Optional::isEmpty);
            assertThat(Coin.count(database)).isEqualTo(64);
            assertThat(writer.figures().rows()).isEqualTo(64);
            assertThat(writer.figures().batches()).isLessThan(32);
            assertThat(writer.figures().queueLength()).isZero();
            assertThat(writer.figures().meanCommit()).isPositive();
        }
    }

    @Test
    void a_returned_append_is_committed_for_everybody_to_see() {
        try (GroupCommitWriter<Coin> writer = writer(1, 8, Coin.insert())) {
            writer.append(Coin.of(1));
            assertThat(Coin.count(database)).isEqualTo(1);
        }
    }

    @Test
    void the_same_row_again_is_harmless_alone_and_within_one_batch() throws Exception {
        try (GroupCommitWriter<Coin> writer = writer(1, 512, Coin.insert())) {
            writer.append(Coin.of(1));
            List<Coin> repeats = List.of(Coin.of(1), Coin.of(2), Coin.of(2), Coin.of(1), Coin.of(3));
            assertThat(Callers.all(repeats, writer::append)).allMatch(Optional::isEmpty);
            assertThat(Coin.count(database)).isEqualTo(3);
        }
    }

    @Test
    void another_row_under_the_same_key_or_unique_value_fails_its_own_caller_only() throws Exception {
        try (GroupCommitWriter<Coin> writer = writer(1, 512, Coin.insert())) {
            writer.append(Coin.of(1));
            List<Coin> mixed =
                    List.of(new Coin(1, "stamp-1", 999), Coin.of(2), new Coin(3, "stamp-1", 100), Coin.of(4));
            List<Optional<Throwable>> failures = Callers.all(mixed, writer::append);
            assertThat(failures.get(0).orElseThrow())
                    .isInstanceOf(CoinConflictException.class)
                    .hasMessageContaining("row 1 is there with other content");
            assertThat(failures.get(2).orElseThrow())
                    .isInstanceOf(CoinConflictException.class)
                    .hasMessageContaining("unique value of row 3 belongs to another row");
            assertThat(failures.get(1)).isEmpty();
            assertThat(failures.get(3)).isEmpty();
            assertThat(Coin.count(database)).isEqualTo(3);
        }
    }

    @Test
    void a_poison_row_fails_alone() throws Exception {
        List<Coin> coins = new ArrayList<>(coins(40));
        coins.set(7, new Coin(8, "a stamp far longer than its column", 100));
        coins.set(31, new Coin(32, "stamp-32", -5));
        try (GroupCommitWriter<Coin> writer = writer(1, 512, Coin.insert())) {
            List<Optional<Throwable>> failures = Callers.all(coins, writer::append);
            assertThat(failures.stream().filter(Optional::isPresent)).hasSize(2);
            assertThat(failures.get(7).orElseThrow())
                    .isInstanceOf(PoisonRowException.class)
                    .hasMessageContaining("stamp");
            assertThat(failures.get(31).orElseThrow()).isInstanceOf(PoisonRowException.class);
            assertThat(Coin.count(database)).isEqualTo(38);
            assertThat(writer.isDatabaseAway()).isFalse();
        }
    }

    @Test
    void a_lost_deadlock_is_repeated_without_the_caller_noticing() {
        AtomicInteger calls = new AtomicInteger();
        BatchInsert<Coin> losesTwice = (connection, rows) -> {
            if (calls.incrementAndGet() <= 2) {
                throw new SQLException("Deadlock found when trying to get lock", "40001", 1213);
            }
            return Coin.insert().insert(connection, rows);
        };
        try (GroupCommitWriter<Coin> writer = writer(1, 8, losesTwice)) {
            assertThatCode(() -> writer.append(Coin.of(1))).doesNotThrowAnyException();
            assertThat(calls).hasValue(3);
            assertThat(Coin.count(database)).isEqualTo(1);
        }
    }

    @Test
    void a_connection_the_server_dropped_while_idle_is_replaced_without_the_caller_noticing() {
        try (GroupCommitWriter<Coin> writer = writer(1, 8, Coin.insert())) {
            writer.append(Coin.of(1));
            dropOtherConnections();
            assertThatCode(() -> writer.append(Coin.of(2))).doesNotThrowAnyException();
            assertThat(Coin.count(database)).isEqualTo(2);
        }
    }

    @Test
    void writers_use_read_committed_transactions() {
        List<String> isolation = new ArrayList<>();
        BatchInsert<Coin> asksFirst = (connection, rows) -> {
            try (var result = connection.createStatement().executeQuery("SELECT @@session.transaction_isolation")) {
                result.next();
                isolation.add(result.getString(1));
            }
            return Coin.insert().insert(connection, rows);
        };
        try (GroupCommitWriter<Coin> writer = writer(1, 8, asksFirst)) {
            writer.append(Coin.of(1));
        }
        assertThat(isolation).containsExactly("READ-COMMITTED");
    }

    @Test
    void close_writes_what_waits_and_then_refuses() throws Exception {
        GroupCommitWriter<Coin> writer = writer(1, 4, Coin.insert());
        Thread closer = Thread.ofVirtual().unstarted(writer::close);
        List<Optional<Throwable>> failures = Callers.all(coins(50), coin -> {
            if (coin.id() == 25) {
                closer.start();
            }
            writer.append(coin);
        });
        closer.join();
        long refused = failures.stream().filter(Optional::isPresent).count();
        assertThat(failures.stream().flatMap(Optional::stream)).hasOnlyElementsOfType(WriterClosedException.class);
        assertThat(Coin.count(database)).isEqualTo(50 - (int) refused);
        assertThatThrownBy(() -> writer.append(Coin.of(99))).isInstanceOf(WriterClosedException.class);
    }

    private GroupCommitWriter<Coin> writer(int writers, int batchSize, BatchInsert<Coin> insert) {
        return new GroupCommitWriter<>(
                GroupCommitOptions.named("coin").with(writers, batchSize),
                database::connectDirectly,
                insert,
                CoinConflictException::new);
    }

    private void dropOtherConnections() {
        database.jdbi().useHandle(handle -> handle.select(
                        "SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID() AND db = DATABASE()")
                .mapTo(Long.class)
                .list()
                .forEach(id -> handle.execute("KILL " + id)));
    }

    private static List<Coin> coins(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Coin::of).toList();
    }
}
