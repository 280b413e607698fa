package org.csrgrid.config.settings;

import java.time.Duration;
import org.csrgrid.config.binding.Secret;
import org.csrgrid.config.binding.Setting;

/** Tokens and passwords. */
public record SecuritySettings(
        @Setting(
                description = "In production every secret must be set, long enough, and not one from the documentation",
                defaultValue = "demo")
        SecurityMode mode,

        @Setting(
                description =
                        "Key that signs access tokens, the same on all API nodes; in production 32 characters or more")
        Secret tokenKey,

        @Setting(
                description = "How long an access token is accepted",
                defaultValue = "15m",
                min = "1m",
                max = "24h",
                wholeSeconds = true)
        Duration tokenLife,

        @Setting(
                description = "Memory one password hash takes, in KiB",
                defaultValue = "19456",
                min = "1024",
                max = "1048576")
        int passwordMemory,

        @Setting(
                description = "Passes over that memory for one password hash",
                defaultValue = "2",
                min = "1",
                max = "100")
        int passwordIterations,

        @Setting(description = "Lanes of one password hash", defaultValue = "1", min = "1", max = "64")
        int passwordParallelism,

        @Setting(
                description = "Password hashes computed at once; further log-ins wait",
                defaultValue = "2",
                min = "1",
                max = "256")
        int passwordConcurrency,

        @Setting(
                description = "Log-ins that wait for their password's hash; one more is refused at once",
                defaultValue = "32",
                min = "0",
                max = "10000")
        int passwordQueue) {}
