package org.csrgrid.grid.analytics;

import java.util.List;

/**
 * What was captured for a campaign, refunds not taken off. Amounts are minor units of the campaign's currency.
 *
 * @param largest 0 if there is no donation
 * @param methods those that were used, the most used first
 * @param days the last thirty days in UTC, today last, without gaps
 */
public record CampaignStatistics(
        long campaignId,
        long donations,
        long donors,
        long captured,
        long largest,
        List<Tally> methods,
        List<Tally> days) {

    public CampaignStatistics {
        methods = List.copyOf(methods);
        days = List.copyOf(days);
    }

    /** @param name of the method or the day, as it is in JSON */
    public record Tally(String name, long donations, long amount) {}
}
