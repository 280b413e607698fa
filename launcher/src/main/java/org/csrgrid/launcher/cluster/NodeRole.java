package org.csrgrid.launcher.cluster;

import java.util.Locale;

/** What a process of the product is. */
public enum NodeRole {
    GATEWAY,
    MEMBER,
    API;

    String argument() {
        return name().toLowerCase(Locale.ROOT);
    }
}
