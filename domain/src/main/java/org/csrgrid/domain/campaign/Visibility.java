package org.csrgrid.domain.campaign;

import java.util.Locale;

/** Who may see a campaign. */
public enum Visibility {
    PUBLIC,
    ORGANIZATION,
    PRIVATE;

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
