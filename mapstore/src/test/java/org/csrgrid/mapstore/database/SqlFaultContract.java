package org.csrgrid.mapstore.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.csrgrid.mapstore.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real errors of the server mean, on whichever server the subclass names. */
abstract class SqlFaultContract {
    private Database database;

    abstract TestServer server();

    @BeforeEach
    void create_tables() throws SQLException {
        database = Database.open(server().emptySchema());
        execute("CREATE TABLE parent (id INT PRIMARY KEY)");
        execute("""
                CREATE TABLE child (id INT PRIMARY KEY, name VARCHAR(5) NOT NULL, amount TINYINT CHECK (amount > 0),
                    parent INT, FOREIGN KEY (parent) REFERENCES parent (id))
                """);
        execute("INSERT INTO child (id, name) VALUES (1, 'one')");
    }

    @AfterEach
    void close_the_pool() {
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO child (id, name) VALUES (1, 'again')",
                "INSERT INTO child (id, name) VALUES (2, 'far too long')",
                "INSERT INTO child (id, name) VALUES (2, NULL)",
                "INSERT INTO child (id) VALUES (2)",
                "INSERT INTO child (id, name, amount) VALUES (2, 'two', 1000)",
                "INSERT INTO child (id, name, amount) VALUES (2, 'two', -1)",
                "INSERT INTO child (id, name, amount) VALUES (2, 'two', 'words')",
                "INSERT INTO child (id, name, parent) VALUES (2, 'two', 42)"
            })
    void a_row_the_rules_forbid_is_a_fault_of_the_data(String sql) {
        assertThat(SqlFault.of(catchThrowable(() -> execute(sql)))).isEqualTo(SqlFault.DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO nowhere VALUES (1)", "INSERT INTO child (nothing) VALUES (1)", "SELEKT 1"})
    void a_statement_that_does_not_fit_the_schema_is_not_the_fault_of_the_rows(String sql) {
        assertThat(SqlFault.of(catchThrowable(() -> execute(sql)))).isEqualTo(SqlFault.UNAVAILABLE);
    }

    @Test
    void a_wait_for_a_lock_that_times_out_may_be_repeated() throws SQLException {
        try (Connection holder = database.connectDirectly();
                Connection waiter = database.connectDirectly()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("UPDATE child SET name = 'held' WHERE id = 1");
            waiter.createStatement().execute("SET innodb_lock_wait_timeout = 1");
            Throwable failure = catchThrowable(
                    () -> waiter.createStatement().execute("UPDATE child SET name = 'wait' WHERE id = 1"));
            assertThat(SqlFault.of(failure)).isEqualTo(SqlFault.LOCK);
        }
    }

    @Test
    void a_broken_connection_means_the_database_is_away() throws SQLException {
        try (Connection broken = database.connectDirectly()) {
            long id = connectionId(broken);
            execute("KILL " + id);
            Throwable failure = catchThrowable(() -> broken.createStatement().execute("SELECT 1"));
            assertThat(SqlFault.of(failure)).isEqualTo(SqlFault.UNAVAILABLE);
        }
    }

    private static long connectionId(Connection connection) throws SQLException {
        try (var result = connection.createStatement().executeQuery("SELECT CONNECTION_ID()")) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
