package org.csrgrid.config.settings;

import java.util.Map;
import org.csrgrid.config.binding.SettingDefaults;

/** Routes that are limited alike, each group with the defaults of its settings. */
public enum RouteGroup implements SettingDefaults {
    /** GET and HEAD of everything else. */
    READS(0, 0, "pass"),
    /** Every other method of everything else. */
    WRITES(0, 0, "refuse"),
    /** Signing in, counted by address: nobody is signed in yet. */
    LOGIN(10, 10, "refuse"),
    /** What payment gateways send, counted by address; their signatures are checked in any case. */
    WEBHOOKS(6_000, 1_000, "pass");

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of, which cannot change
    private final Map<String, String> defaults;

    RouteGroup(int perMinute, int burst, String uncounted) {
        defaults = Map.of(
                "per-minute", Integer.toString(perMinute), "burst", Integer.toString(burst), "uncounted", uncounted);
    }

    @Override
    public Map<String, String> settingDefaults() {
        return defaults;
    }
}
