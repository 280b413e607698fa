package org.csrgrid.mapstore.writebehind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.table.VersionedTable;
import org.csrgrid.mapstore.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a write-behind batch promises, on whichever server the subclass names. */
abstract class WriteBehindContract {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.000123Z");

    private Database database;
    private DeadLetters deadLetters;
    private WriteBehindBatch<Shelf> batch;

    record Shelf(long id, String label, String owner, long version) {
        static Shelf of(long id) {
            return new Shelf(id, "label-" + id, "owner", 1);
        }
    }

    abstract TestServer server();

    @BeforeEach
    void create_the_table() {
        database = server().migratedDatabase();
        database.jdbi().useHandle(handle -> handle.execute("""
                CREATE TABLE shelf (id BIGINT PRIMARY KEY, label VARCHAR(12) NOT NULL UNIQUE, owner VARCHAR(12),
                    version BIGINT NOT NULL)
                """));
        deadLetters = new DeadLetters(database.pool()::getConnection, InstantSource.fixed(NOON));
        batch = batchOn(database);
    }

    @AfterEach
    void close_the_pool() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void a_batch_is_stored_and_storing_it_again_changes_nothing() {
        List<Shelf> shelves = shelves(700);
        batch.storeAll(shelves);
        batch.storeAll(shelves);
        assertThat(stored()).containsExactlyElementsOf(shelves);
        assertThat(letters()).isEmpty();
    }

    @Test
    void a_newer_version_replaces_every_column_and_an_older_one_none() {
        batch.storeAll(List.of(new Shelf(1, "first", "anna", 3)));
        batch.storeAll(List.of(new Shelf(1, "second", null, 5)));
        assertThat(stored()).containsExactly(new Shelf(1, "second", null, 5));
        batch.storeAll(List.of(new Shelf(1, "late", "bert", 4)));
        assertThat(stored()).containsExactly(new Shelf(1, "second", null, 5));
    }

    @Test
    void the_newest_version_wins_in_whatever_order_one_batch_holds_them() {
        batch.storeAll(List.of(new Shelf(1, "b", "x", 2), new Shelf(1, "c", "y", 3), new Shelf(1, "a", "z", 1)));
        assertThat(stored()).containsExactly(new Shelf(1, "c", "y", 3));
    }

    @Test
    void bad_rows_go_to_the_dead_letters_and_all_others_are_stored() {
        List<Shelf> shelves = new ArrayList<>(shelves(100));
        shelves.set(10, new Shelf(11, "a label far too long", "owner", 1));
        shelves.set(77, new Shelf(78, null, "owner", 1));
        batch.storeAll(shelves);
        assertThat(stored()).hasSize(98);
        assertThat(letters())
                .extracting(DeadLetter::map, DeadLetter::key, DeadLetter::at)
                .containsExactlyInAnyOrder(tuple("shelves", "11", NOON), tuple("shelves", "78", NOON));
        assertThat(letters()).allSatisfy(letter -> {
            assertThat(letter.payload()).startsWith("{\"id\":");
            assertThat(letter.reason()).contains("label");
        });
    }

    @Test
    void a_unique_value_of_another_row_never_overwrites_that_row() {
        batch.storeAll(List.of(new Shelf(1, "corner", "anna", 1)));
        batch.storeAll(List.of(new Shelf(2, "corner", "bert", 9), Shelf.of(3)));
        assertThat(stored()).containsExactly(new Shelf(1, "corner", "anna", 1), Shelf.of(3));
        assertThat(letters()).extracting(DeadLetter::key).containsExactly("2");
        assertThat(letters().getFirst().reason()).startsWith("a unique value of this row belongs to a row of shelf");
    }

    @Test
    void a_bad_row_that_comes_again_keeps_one_letter() {
        Shelf bad = new Shelf(1, "a label far too long", "owner", 1);
        batch.storeAll(List.of(bad));
        batch.storeAll(List.of(bad));
        assertThat(letters()).hasSize(1);
    }

    @Test
    void deleting_removes_the_rows_that_are_there_and_ignores_the_rest() {
        batch.storeAll(shelves(1200));
        batch.deleteAll(LongStream.rangeClosed(2, 1300).boxed().toList());
        assertThat(stored()).containsExactly(Shelf.of(1));
        assertThatCode(() -> batch.deleteAll(List.of())).doesNotThrowAnyException();
    }

    @Test
    void a_database_that_is_away_is_the_only_thing_thrown() {
        DatabaseOptions nobodyThere = DatabaseOptions.of("jdbc:mysql://127.0.0.1:1/csr", "csr", "secret");
        try (Database away = Database.open(nobodyThere.withPoolSize(1))) {
            WriteBehindBatch<Shelf> unlucky = batchOn(away);
            assertThatThrownBy(() -> unlucky.storeAll(shelves(2))).isInstanceOf(DatabaseUnavailableException.class);
            assertThatThrownBy(() -> unlucky.deleteAll(List.of(1L))).isInstanceOf(DatabaseUnavailableException.class);
        }
        database.jdbi().useHandle(handle -> handle.execute("DROP TABLE shelf"));
        assertThatThrownBy(() -> batch.storeAll(shelves(2))).isInstanceOf(DatabaseUnavailableException.class);
        assertThat(letters()).isEmpty();
    }

    private WriteBehindBatch<Shelf> batchOn(Database target) {
        VersionedTable<Shelf> table = new VersionedTable<>(
                "shelf",
                "id",
                List.of("label", "owner"),
                List.of("version"),
                shelf -> Arrays.asList(shelf.id, shelf.label, shelf.owner, shelf.version));
        return new WriteBehindBatch<>(
                "shelves", target.pool()::getConnection, table, shelf -> Long.toString(shelf.id), deadLetters);
    }

    private List<Shelf> stored() {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT id, label, owner, version FROM shelf ORDER BY id")
                .map((row, context) -> new Shelf(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list());
    }

    private List<DeadLetter> letters() {
        try {
            return deadLetters.newest(100);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Shelf> shelves(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Shelf::of).toList();
    }
}
