package org.csrgrid.config.binding;

import java.util.Map;

/**
 * Implemented by an enum that keys a table of settings ({@code Map<Name, SomeSettings>}): the constants are the only
 * keys, and each brings the defaults of its row.
 */
public interface SettingDefaults {
    /** The constant in keys, such as {@code cache-warming} for {@code CACHE_WARMING}. */
    default String key() {
        return KebabCase.ofConstant((Enum<?>) this);
    }

    /** Default texts by kebab-case component name; they stand above {@link Setting#defaultValue()}. */
    Map<String, String> settingDefaults();
}
