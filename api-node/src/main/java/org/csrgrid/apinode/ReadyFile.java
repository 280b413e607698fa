package org.csrgrid.apinode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells whoever started the process that it serves, and where. */
final class ReadyFile {

    private ReadyFile() {}

    /** Appears whole or not at all. */
    static void write(Path file, int port) {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(
                    draft,
                    "{\"pid\":%d,\"port\":%d}".formatted(ProcessHandle.current().pid(), port));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
