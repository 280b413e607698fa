package org.csrgrid.config.settings;

import org.csrgrid.config.binding.Setting;

/** How often a kind of callers may call. The defaults stand with {@link LimitedCaller}. */
public record RateSettings(
        @Setting(description = "Requests a minute, evenly", min = "1", max = "10000000")
        int perMinute,

        @Setting(description = "Requests at once after a pause", min = "1", max = "10000000")
        int burst) {}
