package org.csrgrid.config.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.binding.Secret;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.SettingsProblem;
import org.csrgrid.config.binding.UnfitSettingException;

/** The MySQL database behind the grid; only grid members talk to it. */
public record DatabaseSettings(
        @Setting(
                description =
                        "JDBC address such as jdbc:mysql://127.0.0.1:3306/csr, without user and password; grid members"
                                + " refuse to start without it")
        Optional<String> url,

        @Setting(description = "Database user", defaultValue = "csr")
        String user,

        @Setting(description = "Password of the database user; needed where a URL is set")
        Secret password,

        @Setting(description = "Connections a member keeps", defaultValue = "16", min = "4", max = "512")
        int poolSize,

        @Setting(
                description = "How long opening a connection may take",
                defaultValue = "2s",
                min = "100ms",
                max = "60s")
        Duration connectTimeout,

        @Setting(
                description = "How long the database may stay silent on an open connection",
                defaultValue = "10s",
                min = "1s",
                max = "10m")
        Duration socketTimeout,

        @Setting(
                description = "How long a statement may run; below socket-timeout, so that the database ends it first",
                defaultValue = "8s",
                min = "1s",
                max = "10m",
                wholeSeconds = true)
        Duration queryTimeout,

        @Setting(
                description = "Threads that commit ledger entries, each with a connection of its own",
                defaultValue = "2",
                min = "1",
                max = "64")
        int ledgerWriters,

        @Setting(
                description = "Ledger entries that share one commit at most",
                defaultValue = "512",
                min = "1",
                max = "10000")
        int ledgerBatchSize,

        @Setting(
                description = "How long a change other than money waits to be saved together with others",
                defaultValue = "1s",
                min = "1s",
                max = "60s",
                wholeSeconds = true)
        Duration writeDelay,

        @Setting(
                description = "Changes saved in one transaction at most",
                defaultValue = "500",
                min = "1",
                max = "10000")
        int writeBatchSize) {

    private static final String KEY = "database.url";
    private static final String PREFIX = "jdbc:mysql://";

    public DatabaseSettings {
        if (url.isPresent() && !isUsable(url.get())) {
            throw new UnfitSettingException("url", "jdbc:mysql://host:port/database without user and password");
        }
        if (queryTimeout.compareTo(socketTimeout) >= 0) {
            throw new UnfitSettingException("queryTimeout", "less than database.socket-timeout");
        }
        if (ledgerWriters >= poolSize) {
            throw new UnfitSettingException("ledgerWriters", "less than database.pool-size (%d)".formatted(poolSize));
        }
    }

    /**
     * The address, for a process that cannot do without.
     *
     * @throws InvalidSettingsException when it is not set
     */
    public String requireUrl() {
        return url.orElseThrow(
                () -> new InvalidSettingsException(List.of(SettingsProblem.missing(SettingsLoader.key(KEY)))));
    }

    private static boolean isUsable(String url) {
        return url.startsWith(PREFIX)
                && url.indexOf('/', PREFIX.length()) > 0
                && !url.contains("password=")
                && !url.contains("@");
    }
}
