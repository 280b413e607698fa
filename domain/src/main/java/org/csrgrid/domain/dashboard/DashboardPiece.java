package org.csrgrid.domain.dashboard;

import java.util.Locale;

/** The pieces dashboards are computed in. */
public enum DashboardPiece {
    /** What one gave in all: how often, how much, on average, at most. */
    STATISTICS(true),
    /** One's latest donations, and how many there were in each month. */
    ACTIVITY(true),
    /** What came of it: what reached the campaigns, what the company added, whom it helped. */
    IMPACT(true),
    /** Who gave most in a year, the same for everybody; one's own rank is read off it. */
    STANDINGS(false);

    private final boolean personal;

    DashboardPiece(boolean personal) {
        this.personal = personal;
    }

    /** Whether everybody has one of their own. */
    public boolean isPersonal() {
        return personal;
    }

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
