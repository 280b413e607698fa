package org.csrgrid.mapstore.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.mapstore.testing.TestServer;
import org.junit.jupiter.api.Test;

/** What the migrations promise, on whichever server the subclass names. */
abstract class MigrationsContract {
    abstract TestServer server();

    @Test
    void an_empty_schema_is_brought_up_once_and_a_second_run_does_nothing() {
        try (Database database = Database.open(server().emptySchema())) {
            assertThat(Migrations.migrate(database)).isPositive();
            assertThat(Migrations.migrate(database)).isZero();
            assertThat(tables(database)).contains("dead_letter");
        }
    }

    @Test
    void three_members_may_migrate_at_the_same_time() throws Exception {
        DatabaseOptions options = server().emptySchema();
        try (ExecutorService members = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> runs = IntStream.range(0, 3)
                    .mapToObj(member -> members.submit(() -> migrateOnce(options)))
                    .toList();
            int applied = 0;
            for (Future<Integer> run : runs) {
                applied += run.get(60, TimeUnit.SECONDS);
            }
            assertThat(applied).isEqualTo(migrationsInHistory(options));
        }
    }

    @Test
    void a_schema_newer_than_the_program_is_refused_in_one_line() {
        try (Database database = Database.open(server().emptySchema())) {
            Migrations.migrate(database, "classpath:db/newer");
            assertThatThrownBy(() -> Migrations.migrate(database))
                    .isInstanceOf(SchemaMismatchException.class)
                    .hasMessageContaining("version 9999, newer than this program")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void a_migration_changed_after_it_was_applied_is_refused() {
        try (Database database = Database.open(server().emptySchema())) {
            Migrations.migrate(database, "classpath:db/changed");
            assertThatThrownBy(() -> Migrations.migrate(database))
                    .isInstanceOf(SchemaMismatchException.class)
                    .hasMessageContaining("version 1: CHECKSUM_MISMATCH");
            assertThat(tables(database)).doesNotContain("dead_letter");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_reported_as_such() {
        DatabaseOptions nobodyThere = DatabaseOptions.of("jdbc:mysql://127.0.0.1:1/csr", "csr", "secret");
        try (Database database = Database.open(nobodyThere)) {
            assertThatThrownBy(() -> Migrations.migrate(database)).isInstanceOf(DatabaseUnavailableException.class);
            assertThat(database.isReachable()).isFalse();
        }
    }

    private static int migrateOnce(DatabaseOptions options) {
        try (Database database = Database.open(options.withPoolSize(3))) {
            return Migrations.migrate(database);
        }
    }

    private static int migrationsInHistory(DatabaseOptions options) {
        try (Database database = Database.open(options)) {
            return database.jdbi().withHandle(handle -> handle.select(
                            "SELECT COUNT(*) FROM flyway_schema_history WHERE version IS NOT NULL AND success")
                    .mapTo(Integer.class)
                    .one());
        }
    }

    private static List<String> tables(Database database) {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
                .mapTo(String.class)
                .list());
    }
}
