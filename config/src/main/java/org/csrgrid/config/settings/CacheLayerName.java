package org.csrgrid.config.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.config.binding.SettingDefaults;

/** The layers of the cache, each with the defaults of its settings. Their keys are the layers' names, too. */
public enum CacheLayerName implements SettingDefaults {
    /** Static texts per locale. */
    TRANSLATIONS("24h", "24h", "1h", "60s", "32MB", 20_000, 98),
    /** Campaign cards and lists per locale; hot ones live shorter, as their loaders say. */
    CAMPAIGNS("5m", "30m", "30s", "10s", "64MB", 200_000, 95),
    /** Donation statistics; totals are never taken from here. */
    DONATIONS("3m", "5m", "30s", "5s", "16MB", 100_000, 92),
    /** Profiles. */
    ORGANIZATIONS("2h", "2h", "1m", "30s", "16MB", 50_000, 97),
    /** Whole answers to GET with their ETags. */
    API_RESPONSES("5m", "30m", "30s", "5s", "64MB", 200_000, 90),
    /** Results, suggestions, facets. */
    SEARCH("15m", "15m", "1m", "10s", "32MB", 100_000, 88),
    /** Dashboard pieces per person. */
    USERS("30m", "30m", "1m", "5s", "32MB", 200_000, 85),
    /** Analytics; each widget says how long it is fresh, from a minute to a day. */
    WIDGETS("5m", "24h", "30s", "5s", "16MB", 20_000, 99);

    @SuppressWarnings("ImmutableEnumChecker") // never changed after the constructor
    private final Map<String, String> defaults = new LinkedHashMap<>();

    CacheLayerName(
            String life,
            String longestLife,
            String absentLife,
            String nearLife,
            String nearSize,
            int entriesPerMember,
            int targetHitPercent) {
        defaults.put("life", life);
        defaults.put("longest-life", longestLife);
        defaults.put("absent-life", absentLife);
        defaults.put("near-life", nearLife);
        defaults.put("near-size", nearSize);
        defaults.put("entries-per-member", Integer.toString(entriesPerMember));
        defaults.put("target-hit-percent", Integer.toString(targetHitPercent));
    }

    /** The names of all layers. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(CacheLayerName::key).toList();
    }

    @Override
    public Map<String, String> settingDefaults() {
        return Map.copyOf(defaults);
    }
}
