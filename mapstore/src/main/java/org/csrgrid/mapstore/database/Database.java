package org.csrgrid.mapstore.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * The way to the database for one process: a pool, a Jdbi on top of it, and connections outside the pool for writers
 * that must not wait behind it. Safe for any number of threads. Opening does not need the database to be up.
 */
public final class Database implements AutoCloseable {
    private final DatabaseOptions options;
    private final Properties properties;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(DatabaseOptions options) {
        this.options = options;
        this.properties = connectorProperties(options);
        this.pool = new HikariDataSource(poolConfig(options, properties));
        this.jdbi = Jdbi.create(pool).installPlugin(new SqlObjectPlugin());
        jdbi.getConfig(SqlStatements.class)
                .setQueryTimeout((int) options.queryTimeout().toSeconds());
    }

    /** Prepares pool and Jdbi; the first connection is made in the background. */
    public static Database open(DatabaseOptions options) {
        return new Database(options);
    }

    /** What this was opened with. */
    public DatabaseOptions options() {
        return options;
    }

    /** The pool. A caller waits at most the connect time-out for a connection, then gets an {@link SQLException}. */
    public DataSource pool() {
        return pool;
    }

    /** Jdbi on the pool, with SQL objects and the query time-out. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** A new connection beside the pool, with the same driver settings; the caller owns and closes it. */
    public Connection connectDirectly() throws SQLException {
        return DriverManager.getConnection(options.url(), properties);
    }

    /** True when the database answered within the connect time-out. */
    public boolean isReachable() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid((int) Math.max(1, options.connectTimeout().toSeconds()));
        } catch (SQLException unreachable) {
            return false;
        }
    }

    /** Connections of the pool in use at this moment. */
    public int activeConnections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** Threads waiting for a connection of the pool at this moment. */
    public int waitingThreads() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    /** Closes the pool; connections opened directly stay with their owners. */
    @Override
    public void close() {
        pool.close();
    }

    private static HikariConfig poolConfig(DatabaseOptions options, Properties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("csr-database");
        config.setJdbcUrl(options.url());
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(options.poolSize());
        config.setConnectionTimeout(options.connectTimeout().toMillis());
        config.setValidationTimeout(options.connectTimeout().toMillis());
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(true);
        return config;
    }

    private static Properties connectorProperties(DatabaseOptions options) {
        Properties properties = new Properties();
        properties.setProperty("user", options.user());
        properties.setProperty("password", options.password());
        properties.setProperty(
                "connectTimeout", Long.toString(options.connectTimeout().toMillis()));
        properties.setProperty(
                "socketTimeout", Long.toString(options.socketTimeout().toMillis()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectionTimeZone", "UTC");
        properties.setProperty("forceConnectionTimeZoneToSession", "false");
        properties.setProperty("characterEncoding", "UTF-8");
        properties.setProperty("rewriteBatchedStatements", "true");
        properties.setProperty("useAffectedRows", "true");
        // Batches are rewritten to multi-row statements on the client, which server-side statements would prevent.
        properties.setProperty("useServerPrepStmts", "false");
        properties.setProperty("cachePrepStmts", "true");
        properties.setProperty("prepStmtCacheSize", "128");
        properties.setProperty("prepStmtCacheSqlLimit", "4096");
        properties.setProperty("useLocalSessionState", "true");
        properties.setProperty("elideSetAutoCommits", "true");
        properties.setProperty("allowMultiQueries", "false");
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty(
                "sessionVariables", "sql_mode='STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'");
        return properties;
    }
}
