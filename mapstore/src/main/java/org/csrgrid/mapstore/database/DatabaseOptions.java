package org.csrgrid.mapstore.database;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How to reach the database.
 *
 * @param url JDBC URL starting with {@code jdbc:mysql:}, for MySQL and MariaDB alike
 * @param user name to log in with
 * @param password may be empty, never shown by {@link #toString()}
 * @param poolSize connections kept open by the pool, at least 1
 * @param connectTimeout longest wait for a new connection, and for a free one of the pool
 * @param socketTimeout longest silence of the server before a connection counts as lost
 * @param queryTimeout longest run of one statement issued through Jdbi
 */
public record DatabaseOptions(
        String url,
        String user,
        String password,
        int poolSize,
        Duration connectTimeout,
        Duration socketTimeout,
        Duration queryTimeout) {

    /** Checks ranges; a zero or negative time-out would mean "wait for ever" and is refused. */
    public DatabaseOptions {
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
        if (!url.startsWith("jdbc:mysql:")) {
            throw new IllegalArgumentException("url: %s (expected: jdbc:mysql://host:port/database)".formatted(url));
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize: %d (expected: >= 1)".formatted(poolSize));
        }
        requireAtLeast("connectTimeout", connectTimeout, Duration.ofMillis(250));
        requireAtLeast("socketTimeout", socketTimeout, Duration.ofMillis(250));
        requireAtLeast("queryTimeout", queryTimeout, Duration.ofSeconds(1));
    }

    /** Options with a pool of 16, 2 s to connect, 10 s of silence and 8 s per statement. */
    public static DatabaseOptions of(String url, String user, String password) {
        return new DatabaseOptions(
                url, user, password, 16, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(8));
    }

    /** The same options with another pool size. */
    public DatabaseOptions withPoolSize(int size) {
        return new DatabaseOptions(url, user, password, size, connectTimeout, socketTimeout, queryTimeout);
    }

    /** The same options for another database URL. */
    public DatabaseOptions withUrl(String other) {
        return new DatabaseOptions(other, user, password, poolSize, connectTimeout, socketTimeout, queryTimeout);
    }

    @Override
    public String toString() {
        return "DatabaseOptions[url=%s, user=%s, poolSize=%d, connectTimeout=%s, socketTimeout=%s, queryTimeout=%s]"
                .formatted(url, user, poolSize, connectTimeout, socketTimeout, queryTimeout);
    }

    private static void requireAtLeast(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException("%s: %s (expected: >= %s)".formatted(name, value, least));
        }
    }
}
