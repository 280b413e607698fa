package org.csrgrid.mapstore.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the embedded server. */
final class ServerCommand {
    static final String REDO_LOG_SIZE = "128M";

    private ServerCommand() {}

    static List<String> arguments(Path home, DataFolder folder, int port, int bufferPoolMegabytes) {
        List<String> arguments = new ArrayList<>(List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--lc-messages-dir=" + home.resolve("share"),
                "--datadir=" + folder.serverData(),
                "--init-file=" + folder.initFile(),
                "--pid-file=" + folder.pidFile(),
                // Relative to the data folder: a socket path may not be longer than some hundred characters.
                "--socket=server.sock",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                // The generated key of an encrypted loopback connection costs five seconds at every start.
                "--skip-ssl",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--transaction-isolation=REPEATABLE-READ",
                "--max-connections=400",
                "--max-allowed-packet=64M",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-lock-wait-timeout=10",
                "--innodb-log-file-size=" + REDO_LOG_SIZE,
                "--innodb-buffer-pool-size=" + bufferPoolMegabytes + "M",
                "--performance-schema=OFF"));
        arguments.addAll(userArguments());
        return arguments;
    }

    /** The server refuses to run as root unless told so by name. */
    static List<String> userArguments() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }
}
