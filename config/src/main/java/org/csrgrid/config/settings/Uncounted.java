package org.csrgrid.config.settings;

/** What becomes of a request that cannot be counted. */
public enum Uncounted {
    /** It is served: the limit fails open. */
    PASS,
    /** It is answered 503: the limit fails closed. */
    REFUSE
}
