package org.csrgrid.mapstore.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server as a child process on a loopback port, with a database {@code csr} and a user of that name.
 * The child does not stop with the program: whoever starts it stops it, after everything that writes has stopped.
 * A server left behind by a killed program is stopped at the next start on the same data folder.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "csr";
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    private final DataFolder folder;
    private final Process process;
    private final int port;

    private EmbeddedDatabase(DataFolder folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the server and returns when it answers. The first start on a machine unpacks the server, the first start
     * in a folder installs its system tables, a start after a crash recovers committed rows.
     *
     * @throws ForeignDataFolderException when the folder holds something else
     * @throws DataFolderInUseException when another living program uses the folder
     * @throws EmbeddedDatabaseException when the port is taken or the server does not come up
     */
    public static EmbeddedDatabase start(EmbeddedOptions options) {
        try {
            DataFolder folder = DataFolder.claim(options.dataFolder());
            try {
                return start(options, folder);
            } catch (IOException | RuntimeException failure) {
                folder.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new EmbeddedDatabaseException(
                    "The data folder %s cannot be used: %s".formatted(options.dataFolder(), failure.getMessage()),
                    failure);
        }
    }

    /** URL of the database {@code csr}. */
    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    /** URL of another database on the same server. */
    public String jdbcUrl(String database) {
        return "jdbc:mysql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Name of the only user that may connect; it may do everything, other databases included. */
    public String user() {
        return NAME;
    }

    /** Password of {@link #user()}, made at random once per data folder. */
    public String password() {
        return folder.password();
    }

    /** Loopback port of the server. */
    public int port() {
        return port;
    }

    /** Process id of the server. */
    public long pid() {
        return process.pid();
    }

    /** True until the server process ends, for whatever reason. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Options that reach {@link #jdbcUrl()} with the default pool and time-outs. */
    public DatabaseOptions databaseOptions() {
        return DatabaseOptions.of(jdbcUrl(), user(), password());
    }

    /** Stops the server in good order and waits for it; does nothing when it has stopped already. */
    public void stop() {
        process.destroy();
        if (!Processes.endsWithin(process.toHandle(), STOP_TIMEOUT)) {
            log.warn(
                    "The database did not stop within {}; it is killed and will recover at the next start",
                    STOP_TIMEOUT);
            process.destroyForcibly();
            Processes.waitFor(process);
        }
        release();
    }

    /** Kills the server as a power cut would, for fault tests; committed rows are there after the next start. */
    public void kill() {
        process.destroyForcibly();
        Processes.waitFor(process);
        release();
    }

    /** The same as {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    /** Gives up the data folder; what the death of this program does to a server that goes on running. */
    void release() {
        try {
            folder.close();
        } catch (IOException failure) {
            log.warn("The lock of the data folder could not be released", failure);
        }
    }

    private static EmbeddedDatabase start(EmbeddedOptions options, DataFolder folder) throws IOException {
        ServerSoftware software = ServerSoftware.in(options.cacheFolder());
        stopAbandonedServer(folder);
        if (!Files.exists(folder.serverData())) {
            software.copyEmptyDataTo(folder.serverData());
        }
        folder.writeInitFile(NAME, NAME);
        folder.startNewLog();
        int port = freePort(options.port());
        Process process = software.command(
                        ServerCommand.arguments(software.home(), folder, port, options.bufferPoolMegabytes()))
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile())
                .start();
        EmbeddedDatabase database = new EmbeddedDatabase(folder, process, port);
        database.awaitReady(options.startTimeout());
        return database;
    }

    private static void stopAbandonedServer(DataFolder folder) throws IOException {
        Optional<ProcessHandle> abandoned = folder.abandonedServer();
        if (abandoned.isEmpty()) {
            return;
        }
        ProcessHandle server = abandoned.get();
        log.info("Stopping the database process {} that an earlier run left behind", server.pid());
        server.destroy();
        if (!Processes.endsWithin(server, STOP_TIMEOUT)) {
            server.destroyForcibly();
            Processes.endsWithin(server, STOP_TIMEOUT);
        }
    }

    private void awaitReady(Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new EmbeddedDatabaseException(
                        "The database server ended at once: %s (log: %s)".formatted(firstError(), folder.log()), null);
            }
            if (System.nanoTime() - deadline > 0) {
                process.destroyForcibly();
                throw new EmbeddedDatabaseException(
                        "The database server did not answer within %s (log: %s)".formatted(timeout, folder.log()),
                        null);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
        }
    }

    private boolean answers() {
        String url = jdbcUrl() + "?connectTimeout=1000&socketTimeout=5000";
        try (Connection connection = DriverManager.getConnection(url, user(), password())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String firstError() throws IOException {
        try (Stream<String> lines = Files.lines(folder.log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("[ERROR]"))
                    .map(line -> line.substring(line.indexOf("[ERROR]") + "[ERROR]".length())
                            .strip())
                    .findFirst()
                    .orElse("no error in its log");
        }
    }

    private static int freePort(int wanted) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback, wanted));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new EmbeddedDatabaseException(
                    "Port %d on 127.0.0.1 is taken: choose another database port or 0 for a free one".formatted(wanted),
                    taken);
        }
    }
}
