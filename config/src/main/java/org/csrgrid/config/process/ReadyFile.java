package org.csrgrid.config.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells whoever started a process that it is ready, and on which port. */
public final class ReadyFile {

    private ReadyFile() {}

    /**
     * Writes {@code {"pid":…,"port":…}}, whole or not at all.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    public static void write(Path file, int port) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path draft = Files.createTempFile(folder, "ready", null);
            Files.writeString(
                    draft,
                    "{\"pid\":%d,\"port\":%d}".formatted(ProcessHandle.current().pid(), port));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
