package org.csrgrid.mapstore.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path parent;

    @Test
    void a_second_start_on_the_same_folder_finds_the_rows_of_the_first() throws Exception {
        String password;
        try (EmbeddedDatabase first = start()) {
            execute(first, "CREATE TABLE coin (id INT PRIMARY KEY)");
            execute(first, "INSERT INTO coin VALUES (1), (2)");
            password = first.password();
        }
        try (EmbeddedDatabase second = start()) {
            assertThat(count(second, "coin")).isEqualTo(2);
            assertThat(second.password()).isEqualTo(password);
        }
    }

    @Test
    void committed_rows_survive_a_killed_server() throws Exception {
        EmbeddedDatabase first = start();
        execute(first, "CREATE TABLE coin (id INT PRIMARY KEY)");
        execute(first, "INSERT INTO coin VALUES (1), (2), (3)");
        first.kill();
        assertThat(first.isRunning()).isFalse();
        try (EmbeddedDatabase second = start()) {
            assertThat(count(second, "coin")).isEqualTo(3);
        }
    }

    @Test
    void a_server_left_behind_by_a_dead_program_is_stopped_and_replaced() throws Exception {
        EmbeddedDatabase abandoned = start();
        execute(abandoned, "CREATE TABLE coin (id INT PRIMARY KEY)");
        abandoned.release();
        try (EmbeddedDatabase next = start()) {
            assertThat(abandoned.isRunning()).isFalse();
            assertThat(next.pid()).isNotEqualTo(abandoned.pid());
            assertThat(count(next, "coin")).isZero();
        }
    }

    @Test
    void a_folder_with_foreign_files_is_refused_and_left_alone() throws IOException {
        Files.createDirectories(parent.resolve("data"));
        Files.writeString(parent.resolve("data/holiday.txt"), "sun");
        assertThatThrownBy(this::start)
                .isInstanceOf(ForeignDataFolderException.class)
                .hasMessageContaining("holiday.txt")
                .hasMessageNotContaining("\n");
        assertThat(parent.resolve("data")).isDirectoryContaining("glob:**holiday.txt");
        assertThat(parent.resolve("data").toFile().list()).hasSize(1);
    }

    @Test
    void a_folder_in_use_is_refused_and_its_server_goes_on() throws Exception {
        try (EmbeddedDatabase running = start()) {
            assertThatThrownBy(this::start).isInstanceOf(DataFolderInUseException.class);
            assertThat(running.isRunning()).isTrue();
            execute(running, "CREATE TABLE still_here (id INT PRIMARY KEY)");
        }
    }

    @Test
    void a_taken_port_is_named_in_one_line_and_leaves_the_folder_free() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            EmbeddedOptions options = EmbeddedOptions.in(parent.resolve("data")).withPort(taken.getLocalPort());
            assertThatThrownBy(() -> EmbeddedDatabase.start(options))
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
        try (EmbeddedDatabase next = start()) {
            assertThat(next.isRunning()).isTrue();
        }
    }

    @Test
    void only_our_user_may_come_in_and_the_settings_keep_commits_durable() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "root", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(text(database, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(text(database, "SELECT @@transaction_isolation")).isEqualTo("REPEATABLE-READ");
            assertThat(text(database, "SELECT @@character_set_server")).isEqualTo("utf8mb4");
            assertThat(text(database, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
        }
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(EmbeddedOptions.in(parent.resolve("data")).withBufferPoolMegabytes(32));
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(EmbeddedDatabase database, String table) throws SQLException {
        return Integer.parseInt(text(database, "SELECT COUNT(*) FROM " + table));
    }

    private static String text(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
