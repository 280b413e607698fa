package org.csrgrid.mapstore.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.database.Migrations;
import org.jspecify.annotations.Nullable;

/** A database server that lives as long as the JVM and hands out fresh schemas. */
public abstract class TestServer {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private @Nullable Database shared;

    /** The embedded server, started at the first call. */
    public static TestServer mariaDb() {
        return MariaDbServer.shared();
    }

    /** MySQL 8.4 in a container; aborts the test with the reason when it is switched off or Docker does not answer. */
    public static TestServer mySql() {
        return MySqlServer.shared();
    }

    abstract DatabaseOptions optionsFor(String schema);

    /** Options for a new, empty schema. */
    public DatabaseOptions emptySchema() {
        String schema = "csr_test_" + NEXT.incrementAndGet();
        DatabaseOptions administration = optionsFor("");
        try (Connection connection = DriverManager.getConnection(
                        administration.url(), administration.user(), administration.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + schema);
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (SQLException failure) {
            throw new IllegalStateException("no schema for the test", failure);
        }
        return optionsFor(schema).withPoolSize(8);
    }

    /** A new schema with all migrations applied; the caller closes it. */
    public Database migratedDatabase() {
        Database database = Database.open(emptySchema());
        Migrations.migrate(database);
        return database;
    }

    /** The schema that tests without one of their own share, migrated and without rows; never closed. */
    public synchronized Database emptiedDatabase() {
        if (shared == null) {
            shared = migratedDatabase();
        }
        shared.jdbi().useHandle(handle -> {
            List<String> tables = handle.createQuery("""
                            SELECT table_name FROM information_schema.tables
                            WHERE table_schema = DATABASE() AND table_name NOT IN ('ledger', 'flyway_schema_history')
                            """).mapTo(String.class).list();
            tables.forEach(
                    table -> handle.execute((table.startsWith("audit_") ? "TRUNCATE TABLE " : "DELETE FROM ") + table));
            handle.execute("TRUNCATE TABLE ledger");
        });
        return shared;
    }
}
