package org.csrgrid.apinode;

import java.time.Duration;
import java.time.Instant;

/** Bodies of campaign requests. */
public final class CampaignBodies {

    private CampaignBodies() {}

    public static String valid(long organization, Instant now) {
        return """
                {"organizationId":"%d","title":{"en":"École pour tous!"},"description":{"en":"Books"},
                 "goal":{"amount":"5000.00","currency":"EUR"},"category":"education",
                 "startsAt":"%s","endsAt":"%s","matching":{"enabled":true,"ratePercent":50,
                 "cap":{"amount":"100.00","currency":"EUR"}}}""".formatted(organization, now, now.plus(Duration.ofDays(10)));
    }
}
