package org.csrgrid.domain.campaign;

import java.time.Instant;
import java.util.Currency;

/** Whether a campaign takes a pledge. */
public sealed interface PledgeDecision {

    /** @param campaignCurrency what the pledge is converted to */
    record Allowed(long organizationId, Currency campaignCurrency) implements PledgeDecision {}

    record CampaignNotFound() implements PledgeDecision {}

    record CampaignClosed(CampaignStatus status) implements PledgeDecision {}

    record NotStarted(Instant startsAt) implements PledgeDecision {}

    record Ended(Instant endsAt) implements PledgeDecision {}

    record OutsideLimits(PledgeLimits limits) implements PledgeDecision {}
}
