package org.csrgrid.config.settings;

import java.time.Duration;
import org.csrgrid.config.binding.Setting;

/** How long somebody stays signed in. */
public record SessionSettings(
        @Setting(
                description = "A session nobody used for so long is over; use is noted at most once a minute",
                defaultValue = "30m",
                min = "2m",
                max = "24h",
                wholeSeconds = true)
        Duration idle,

        @Setting(
                description = "A session is over so long after signing in, whatever it was used for",
                defaultValue = "12h",
                min = "2m",
                max = "365d",
                wholeSeconds = true)
        Duration absolute,

        @Setting(
                description = "Sessions one person has at once; one more ends the oldest",
                defaultValue = "10",
                min = "1",
                max = "100")
        int perUser) {}
