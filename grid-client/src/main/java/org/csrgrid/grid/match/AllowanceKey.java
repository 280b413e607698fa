package org.csrgrid.grid.match;

import java.util.List;
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

    /** The caps a match counts against, the narrowest first. */
    public static List<AllowanceKey> capsOf(long programmeId, long employeeId, long campaignId) {
        return List.of(
                new AllowanceKey(Kind.CAMPAIGN, programmeId, campaignId),
                new AllowanceKey(Kind.EMPLOYEE, programmeId, employeeId),
                new AllowanceKey(Kind.PROGRAMME, programmeId, 0));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + programmeId + ":" + subjectId;
    }
}
