package org.csrgrid.domain.audit;

import java.util.Locale;

/** How an audited action went. The names are stored; never rename one. */
public enum AuditOutcome {
    SUCCESS,
    /** Credentials were wrong. */
    FAILURE,
    /** It was not allowed. */
    DENIED,
    /** A fault: it may have taken effect or not. */
    UNKNOWN;

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
