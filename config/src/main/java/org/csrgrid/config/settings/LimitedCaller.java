package org.csrgrid.config.settings;

import java.util.Map;
import org.csrgrid.config.binding.SettingDefaults;

/** The kinds of callers whose requests are counted, each with the defaults of its rate. */
public enum LimitedCaller implements SettingDefaults {
    /** Not signed in, counted by address; and guests, counted by person. */
    ANONYMOUS(30, 40),
    EMPLOYEE(60, 80),
    /** Managers, those who run an organization, and auditors. */
    MANAGER(120, 150),
    ADMIN(120, 150),
    SERVICE_ACCOUNT(300, 400);

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of, which cannot change
    private final Map<String, String> defaults;

    LimitedCaller(int perMinute, int burst) {
        defaults = Map.of("per-minute", Integer.toString(perMinute), "burst", Integer.toString(burst));
    }

    @Override
    public Map<String, String> settingDefaults() {
        return defaults;
    }
}
