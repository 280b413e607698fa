package org.csrgrid.config.settings;

import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** How a group of routes is limited. The defaults stand with {@link RouteGroup}. */
public record RouteGroupSettings(
        @Setting(
                description = "Requests a minute per caller, evenly; 0 counts them with the caller's others",
                min = "0",
                max = "10000000")
        int perMinute,

        @Setting(
                description = "Requests at once after a pause; 0 exactly where `per-minute` is 0",
                min = "0",
                max = "10000000")
        int burst,

        @Setting(description = "What becomes of a request that cannot be counted because the grid does not answer")
        Uncounted uncounted) {

    public RouteGroupSettings {
        if ((perMinute == 0) != (burst == 0)) {
            throw new UnfitSettingException("burst", "0 exactly where per-minute is 0");
        }
    }

    /** Whether these routes have a count of their own. */
    public boolean isCountedApart() {
        return perMinute > 0;
    }
}
