package org.csrgrid.launcher.data;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.csrgrid.launcher.CommandException;

/**
 * Where a product on one machine keeps everything: database, gateway journal, secrets, logs, ready files. A marker file says it is ours, so nothing
 * foreign is ever overwritten; a lock keeps two products off the same folder.
 */
public final class DataFolder implements AutoCloseable {

    private static final String MARKER = "csr-grid-data";
    private static final String LOCK = "supervisor.lock";
    private static final String MARKER_TEXT =
            "This folder belongs to CSR Grid: everything below it is written by ./csr\n";

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is missing and takes it for this process until {@link #close}.
     *
     * @throws CommandException if it holds something foreign, is used by another process, or cannot be written
     */
    public static DataFolder claim(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            requireOurs(root);
            Files.createDirectories(root);
            PrivateFiles.restrictFolder(root);
            Files.writeString(root.resolve(MARKER), MARKER_TEXT);
            FileChannel lock = FileChannel.open(root.resolve(LOCK), CREATE, WRITE);
            if (!isTaken(lock)) {
                lock.close();
                throw inUse(root);
            }
            DataFolder claimed = new DataFolder(root, lock);
            for (Path part : List.of(claimed.logs(), claimed.ready(), claimed.cache())) {
                Files.createDirectories(part);
            }
            return claimed;
        } catch (IOException unusable) {
            throw new CommandException(
                    "the data folder %s cannot be used: %s".formatted(root, reason(unusable)), unusable);
        }
    }

    /** Whether the folder is missing, empty or ours; any other one is not to be touched. */
    public static boolean isUsable(Path folder) {
        try {
            requireOurs(folder.toAbsolutePath().normalize());
            return true;
        } catch (CommandException | IOException foreign) {
            return false;
        }
    }

    /**
     * Deletes everything in a folder of ours.
     *
     * @throws CommandException if it is foreign or in use
     */
    public static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (DataFolder claimed = claim(folder);
                Stream<Path> content = Files.walk(claimed.root)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(claimed.root) && !path.endsWith(LOCK) && !path.endsWith(MARKER))
                    .toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException unusable) {
            throw new CommandException(
                    "the data folder %s cannot be emptied: %s".formatted(folder, reason(unusable)), unusable);
        }
    }

    private static void requireOurs(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new CommandException("%s is not a folder (expected: a data folder, see --data)".formatted(root));
        }
        if (Files.exists(root.resolve(MARKER))) {
            return;
        }
        try (Stream<Path> content = Files.list(root)) {
            Optional<Path> foreign = content.findFirst();
            if (foreign.isPresent()) {
                throw new CommandException(
                        "the data folder %s holds something that is not ours: %s (choose another with --data)"
                                .formatted(root, foreign.get().getFileName()));
            }
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static CommandException inUse(Path root) {
        String who = RunningProduct.read(root)
                .map(running -> " by process " + running.pid())
                .orElse("");
        return new CommandException(
                "the data folder %s is in use%s (stop it with ./csr stop, or choose another with --data)"
                        .formatted(root, who));
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName() + " " + failure.getMessage();
    }

    /** The day the folder was first used (UTC); what the demo set's dates are relative to. */
    public LocalDate firstDay() {
        Path file = root.resolve("first-day");
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, LocalDate.now(ZoneOffset.UTC) + "\n");
            }
            return LocalDate.parse(Files.readString(file).strip());
        } catch (IOException | DateTimeParseException broken) {
            throw new CommandException("%s is broken (expected: a date)".formatted(file), broken);
        }
    }

    public Path root() {
        return root;
    }

    public Path database() {
        return root.resolve("database");
    }

    public Path gateway() {
        return root.resolve("gateway");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path ready() {
        return root.resolve("ready");
    }

    public Path cache() {
        return root.resolve("cache");
    }

    /** Lets others take the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException unusable) {
            throw new CommandException("the lock of %s cannot be released".formatted(root), unusable);
        }
    }
}
