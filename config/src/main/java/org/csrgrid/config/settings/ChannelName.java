package org.csrgrid.config.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.config.binding.SettingDefaults;

/** The channels of background jobs, most urgent first, each with the defaults of its settings. */
public enum ChannelName implements SettingDefaults {
    PAYMENTS(channel(10, 2, 8, 5, "30s,60s,120s,300s,600s", "180s", "60s", "durable")),
    NOTIFICATIONS(channel(8, 2, 8, 3, "15s,30s,60s", "120s", "120s", "durable")),
    EXPORTS(channel(6, 1, 2, 2, "60s,180s", "900s", "600s", "durable")),
    REPORTS(channel(6, 1, 2, 3, "30s,120s,300s", "600s", "300s", "memory")),
    CACHE_WARMING(channel(4, 1, 2, 3, "60s,180s,300s", "900s", "300s", "memory")),
    BULK(channel(2, 1, 1, 1, "", "3600s", "900s", "memory")),
    MAINTENANCE(channel(1, 1, 1, 1, "", "1800s", "1800s", "memory"));

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of, which cannot change
    private final Map<String, String> defaults;

    ChannelName(Map<String, String> defaults) {
        this.defaults = defaults;
    }

    /** The channel of this key; empty when there is none. */
    public static Optional<ChannelName> ofKey(String key) {
        return Arrays.stream(values()).filter(name -> name.key().equals(key)).findFirst();
    }

    @Override
    public Map<String, String> settingDefaults() {
        return defaults;
    }

    private static Map<String, String> channel(
            int priority,
            int workersMin,
            int workersMax,
            int tries,
            String backoff,
            String timeout,
            String pickupAlert,
            String durability) {
        return Map.of(
                "priority",
                Integer.toString(priority),
                "workers-min",
                Integer.toString(workersMin),
                "workers-max",
                Integer.toString(workersMax),
                "tries",
                Integer.toString(tries),
                "backoff",
                backoff,
                "timeout",
                timeout,
                "pickup-alert",
                pickupAlert,
                "durability",
                durability);
    }
}
