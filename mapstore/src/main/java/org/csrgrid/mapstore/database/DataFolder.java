package org.csrgrid.mapstore.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A data folder of ours, locked for this process. The marker file says it is ours and keeps the password of the
 * database user; everything the server writes is below {@code server}.
 */
final class DataFolder implements AutoCloseable {
    private static final String MARKER = "csr-grid-database";

    private final Path folder;
    private final FileChannel lockChannel;
    private final String password;

    private DataFolder(Path folder, FileChannel lockChannel, String password) {
        this.folder = folder;
        this.lockChannel = lockChannel;
        this.password = password;
    }

    static DataFolder claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!Files.exists(folder.resolve(MARKER))) {
            requireEmpty(folder);
            Files.setPosixFilePermissions(folder, Folders.PRIVATE_FOLDER);
            writePrivately(folder.resolve(MARKER), newPassword());
        }
        FileChannel channel =
                FileChannel.open(folder.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLockedNow(channel)) {
            channel.close();
            throw new DataFolderInUseException(folder);
        }
        return new DataFolder(
                folder, channel, Files.readString(folder.resolve(MARKER)).strip());
    }

    Path serverData() {
        return folder.resolve("server");
    }

    Path pidFile() {
        return folder.resolve("server.pid");
    }

    Path initFile() {
        return folder.resolve("init.sql");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    String password() {
        return password;
    }

    /** The server a process that died left behind, if it still lives. */
    Optional<ProcessHandle> abandonedServer() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        String content = Files.readString(pidFile()).strip();
        if (!content.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        String dataArgument = "--datadir=" + serverData();
        return ProcessHandle.of(Long.parseLong(content)).filter(process -> process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(dataArgument))
                .orElse(false));
    }

    /** Statements the server runs before it accepts connections: our user, and no other that may come by TCP. */
    void writeInitFile(String database, String user) throws IOException {
        writePrivately(initFile(), """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1';
                ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL ON *.* TO '%2$s'@'127.0.0.1';
                DROP USER IF EXISTS 'root'@'127.0.0.1';
                DROP USER IF EXISTS 'root'@'::1';
                """.formatted(database, user, password));
    }

    /** Moves the log of the run before aside, so that a start-up error is searched in the lines of this run only. */
    void startNewLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), folder.resolve("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        lockChannel.close();
    }

    private static void requireEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            Optional<String> foreign = entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith(MARKER))
                    .findFirst();
            if (foreign.isPresent()) {
                throw new ForeignDataFolderException(folder, foreign.get());
            }
        }
    }

    private static boolean isLockedNow(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private static void writePrivately(Path file, String content) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(Folders.PRIVATE_FILE));
        Files.writeString(partial, content + "\n");
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
