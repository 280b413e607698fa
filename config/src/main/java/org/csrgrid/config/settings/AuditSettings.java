package org.csrgrid.config.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.binding.Secret;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.SettingsProblem;

/** The record of who did what. */
public record AuditSettings(
        @Setting(
                description = "Whether it is kept; off only where its cost is measured",
                defaultValue = "true")
        boolean enabled,

        @Setting(
                description = "How often what was recorded is sealed",
                defaultValue = "3s",
                min = "100ms",
                max = "1m")
        Duration sealInterval,

        @Setting(description = "Most entries sealed under one signature", defaultValue = "5000", min = "1", max = "20000")
        int batchSize,

        @Setting(
                description = "Folder outside the database that signed heads are appended to, best on another machine;"
                        + " needed in production, empty for csr-grid-audit in the system's temporary folder")
        Optional<Path> anchorFolder,

        @Setting(
                description = "Secret that the key for signing heads is derived from; only members need it, and in"
                        + " production they do not start without")
        Secret signingKey) {

    /**
     * Where signed heads go.
     *
     * @throws InvalidSettingsException in production if it is not set
     */
    public Path requireAnchorFolder(SecurityMode mode) {
        if (mode == SecurityMode.PRODUCTION && anchorFolder.isEmpty()) {
            throw new InvalidSettingsException(List.of(SettingsProblem.missing(SettingsLoader.key("audit.anchor-folder"))));
        }
        return anchorFolder.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "csr-grid-audit"));
    }
}
