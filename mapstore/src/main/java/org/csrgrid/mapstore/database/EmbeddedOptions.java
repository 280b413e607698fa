package org.csrgrid.mapstore.database;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how the embedded database server runs.
 *
 * @param dataFolder holds the data, the log and the password; created when missing, must be empty or ours
 * @param cacheFolder holds the unpacked server, shared by all data folders of this user
 * @param port loopback port, 0 for a free one
 * @param bufferPoolMegabytes memory for cached pages, at least 16
 * @param startTimeout longest wait for the server to answer; recovery after a crash may need some of it
 */
public record EmbeddedOptions(
        Path dataFolder, Path cacheFolder, int port, int bufferPoolMegabytes, Duration startTimeout) {

    /** Checks ranges and makes both folders absolute. */
    public EmbeddedOptions {
        dataFolder = dataFolder.toAbsolutePath().normalize();
        cacheFolder = cacheFolder.toAbsolutePath().normalize();
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: %d (expected: 0 to 65535)".formatted(port));
        }
        if (bufferPoolMegabytes < 16) {
            throw new IllegalArgumentException(
                    "bufferPoolMegabytes: %d (expected: >= 16)".formatted(bufferPoolMegabytes));
        }
        if (startTimeout.isNegative() || startTimeout.isZero()) {
            throw new IllegalArgumentException("startTimeout: %s (expected: > 0)".formatted(startTimeout));
        }
    }

    /** A free port, 256 MB of buffer pool, 60 s to start and the user's own cache folder. */
    public static EmbeddedOptions in(Path dataFolder) {
        return new EmbeddedOptions(dataFolder, userCacheFolder(), 0, 256, Duration.ofSeconds(60));
    }

    /** The same options with a given loopback port, 0 for a free one. */
    public EmbeddedOptions withPort(int other) {
        return new EmbeddedOptions(dataFolder, cacheFolder, other, bufferPoolMegabytes, startTimeout);
    }

    /** The same options with another buffer pool. */
    public EmbeddedOptions withBufferPoolMegabytes(int megabytes) {
        return new EmbeddedOptions(dataFolder, cacheFolder, port, megabytes, startTimeout);
    }

    private static Path userCacheFolder() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("csr-grid");
    }
}
