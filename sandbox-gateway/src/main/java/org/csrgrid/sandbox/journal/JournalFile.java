package org.csrgrid.sandbox.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file of lines that only grows. Each line is handed to the operating system before {@code append} returns, so it
 * survives the death of the process, though not of the machine. One process at a time; one thread at a time.
 */
final class JournalFile implements AutoCloseable {
    /** Not written through its channel: that would close when a writing thread is interrupted. */
    private final RandomAccessFile file;

    private long end;

    private JournalFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Gets each line with its number, counted from 1. */
    @FunctionalInterface
    interface LineReader {
        void line(long number, byte[] line);
    }

    /**
     * Opens the file for this process alone, making it and its folder if need be.
     *
     * @throws JournalException if the file cannot be used, or is in use
     */
    static JournalFile open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                lock(file.getChannel(), path);
            } catch (IOException | RuntimeException fault) {
                file.close();
                throw fault;
            }
            return new JournalFile(file);
        } catch (IOException fault) {
            throw new JournalException("The journal %s cannot be opened: %s".formatted(path, fault), fault);
        }
    }

    /** Reads every line, cuts off an unfinished last one, and gets ready to append: once, before the first append. */
    void readToEnd(LineReader reader) {
        try {
            end = Lines.read(file.getChannel(), reader);
            cutBack();
        } catch (IOException fault) {
            throw new UncheckedIOException("The journal could not be read", fault);
        }
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException sameProcess) {
            throw new JournalException("The journal %s is in use by this process".formatted(path), sameProcess);
        }
        throw new JournalException("The journal %s is in use by another process".formatted(path));
    }

    boolean isEmpty() {
        return end == 0;
    }

    /** Adds a line; if that fails, the file is as before. */
    void append(byte[] line) {
        byte[] bytes = Arrays.copyOf(line, line.length + 1);
        bytes[line.length] = '\n';
        try {
            file.write(bytes);
            end += bytes.length;
        } catch (IOException fault) {
            try {
                cutBack();
            } catch (IOException second) {
                fault.addSuppressed(second);
            }
            throw new UncheckedIOException("The journal could not be written", fault);
        }
    }

    private void cutBack() throws IOException {
        file.setLength(end);
        file.seek(end);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException fault) {
            throw new UncheckedIOException("The journal could not be closed", fault);
        }
    }
}
