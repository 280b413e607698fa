package org.csrgrid.config.settings;

/** How strict the product is about its secrets. */
public enum SecurityMode {
    /** For trying out: absent secrets are made up by the launcher. */
    DEMO,
    /** For real money: every secret is set, long enough, and none of those in the documentation. */
    PRODUCTION
}
