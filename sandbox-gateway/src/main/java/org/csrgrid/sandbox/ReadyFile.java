package org.csrgrid.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells whoever started the process that the gateway listens, and where. */
final class ReadyFile {
    private ReadyFile() {}

    /** Writes the file so that a reader sees all of it or nothing. */
    static void write(Path file, long processId, int port) {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling(target.getFileName() + "." + processId + ".tmp");
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(draft, "{\"pid\":%d,\"port\":%d}%n".formatted(processId, port));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException("The ready file %s could not be written".formatted(file), fault);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            throw new UncheckedIOException("The ready file %s could not be removed".formatted(file), fault);
        }
    }
}
