package org.csrgrid.config.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.csrgrid.config.binding.Setting;

/** The process itself, of whatever kind. */
public record NodeSettings(
        @Setting(
                description = "Name of this process in logs and in the list of members and clients",
                defaultValue = "node")
        String name,

        @Setting(description = "File the process writes, as JSON, once it is ready to serve")
        Optional<Path> readyFile,

        @Setting(
                description = "How long an orderly stop may take to drain and save before the process gives up",
                defaultValue = "60s",
                min = "1s",
                max = "1h")
        Duration shutdownTimeout) {}
