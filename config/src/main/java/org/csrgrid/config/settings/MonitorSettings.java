package org.csrgrid.config.settings;

import java.time.Duration;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** When administrators are alerted about background jobs. How long a job may wait is a setting of its channel. */
public record MonitorSettings(
        @Setting(
                description = "Below this share of successful attempts, in percent, a channel is warned of",
                defaultValue = "98",
                min = "1",
                max = "100")
        int warningPercent,

        @Setting(
                description = "Below this share a channel is in a critical state",
                defaultValue = "95",
                min = "1",
                max = "100")
        int criticalPercent,

        @Setting(
                description = "Attempts within five minutes below which no share is judged",
                defaultValue = "20",
                min = "1",
                max = "1000000")
        int leastAttempts,

        @Setting(
                description = "A channel that needs longer than this to work off what waits, at its present pace",
                defaultValue = "30m",
                min = "1m",
                max = "24h")
        Duration drainAlert,

        @Setting(
                description = "A channel that is paused for longer than this while jobs wait",
                defaultValue = "30m",
                min = "1m",
                max = "24h")
        Duration pauseAlert,

        @Setting(
                description = "Jobs of a channel that died within a quarter of an hour",
                defaultValue = "10",
                min = "1",
                max = "1000000")
        int deadAlert) {

    public MonitorSettings {
        if (criticalPercent > warningPercent) {
            throw new UnfitSettingException(
                    "criticalPercent", "at most monitor.warning-percent (%d)".formatted(warningPercent));
        }
    }
}
