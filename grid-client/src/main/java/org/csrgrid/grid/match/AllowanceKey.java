package org.csrgrid.grid.match;

import java.util.Locale;

/**
 * One cap of a matching programme.
 *
 * @param subjectId the employee, the campaign, or 0 for the programme's budget itself
 */
public record AllowanceKey(Kind kind, long programmeId, long subjectId) {

    /** Which cap. A CAMPAIGN allowance counts in the campaign's currency, the others in the programme's. */
    public enum Kind {
        EMPLOYEE,
        CAMPAIGN,
        PROGRAMME
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + programmeId + ":" + subjectId;
    }
}
