package org.csrgrid.launcher;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command finds data and settings; shared by all commands. */
final class DataOption {

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: data beside the csr script).")
    private @Nullable Path data;

    /** The folder given, else {@code data} in the product's home. */
    Path folder() {
        return (data == null ? home().resolve("data") : data).toAbsolutePath().normalize();
    }

    /** The settings file of the product itself, if it is there. */
    static Optional<Path> defaultConfig() {
        return Optional.of(home().resolve("config").resolve("csr.yaml")).filter(java.nio.file.Files::isRegularFile);
    }

    private static Path home() {
        return Path.of(System.getProperty("csr.home", ""));
    }
}
