package org.csrgrid.config.settings;

import java.time.Duration;
import org.csrgrid.config.binding.Setting;

/** How long what is not money or audit is kept. */
public record RetentionSettings(
        @Setting(description = "Succeeded and cancelled jobs", defaultValue = "60m", min = "1m", max = "365d")
        Duration finishedJobs,

        @Setting(
                description = "Dead jobs, before they go to the archive",
                defaultValue = "7d",
                min = "1h",
                max = "365d")
        Duration deadJobs,

        @Setting(description = "Dead jobs in the archive", defaultValue = "90d", min = "1h", max = "3650d")
        Duration archivedJobs,

        @Setting(
                description = "What says that a donor was sent a confirmation; a donation that settles again within"
                        + " this time is not confirmed again, one that settles later is not confirmed at all",
                defaultValue = "400d",
                min = "1d",
                max = "3650d")
        Duration confirmations,

        @Setting(description = "Progress of batches that are over", defaultValue = "30d", min = "1h", max = "365d")
        Duration progress,

        @Setting(description = "Gateway events that are processed", defaultValue = "30d", min = "1h", max = "3650d")
        Duration paymentEvents,

        @Setting(
                description = "Rows the database refused, with the reason",
                defaultValue = "90d",
                min = "1h",
                max = "3650d")
        Duration deadLetters,

        @Setting(description = "Rows deleted at once", defaultValue = "500", min = "1", max = "10000")
        int batchSize) {}
