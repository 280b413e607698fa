package org.csrgrid.mapstore.campaign;

import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.Decision;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.grid.wire.Micros;
import org.jspecify.annotations.Nullable;

/** What of a campaign nobody asks for in SQL; the JSON of column {@code detail}. */
record CampaignDetail(
        Map<String, String> title,
        Map<String, String> description,
        @Nullable String imageUrl,
        MatchingDetail matching,
        @Nullable DecisionDetail decision) {

    record MatchingDetail(boolean enabled, int ratePercent, long capMinorUnits) {}

    record DecisionDetail(long decidedBy, long at, @Nullable String rejectionReason) {}

    static CampaignDetail of(Campaign campaign) {
        Matching matching = campaign.content().matching();
        return new CampaignDetail(
                campaign.content().title().byLanguage(),
                campaign.content().description().byLanguage(),
                campaign.content().imageUrl(),
                new MatchingDetail(matching.enabled(), matching.ratePercent(), matching.capMinorUnits()),
                decision(campaign.decision()));
    }

    private static @Nullable DecisionDetail decision(@Nullable Decision decision) {
        return decision == null
                ? null
                : new DecisionDetail(decision.decidedBy(), Micros.of(decision.at()), decision.rejectionReason());
    }

    Matching toMatching() {
        return new Matching(matching.enabled, matching.ratePercent, matching.capMinorUnits);
    }

    @Nullable
    Decision toDecision() {
        return decision == null
                ? null
                : new Decision(decision.decidedBy, Micros.toInstant(decision.at), decision.rejectionReason);
    }
}
