package org.csrgrid.bench.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.money.Money;

/** Active campaigns of one organization, in three languages and of an ordinary length. */
final class Campaigns {

    static final long FIRST = 1_000_000;
    private static final String STORY = """
            Every child in the district learns to swim before it is ten. We pay trainers, buses and hours in the pool, and publish each month what was \
            spent. Last year 214 children got their first certificate, eleven more than the year before; the oldest was nine, the youngest had just turned \
            five. A course takes fourteen lessons of forty minutes, in groups of no more than eight. Parents may stay and watch. Whoever cannot afford a \
            towel or goggles gets them from us, and nobody has to ask twice. The pool on the Singel closes in spring, so we rent two lanes at the sports \
            college until the new one opens.""";

    private Campaigns() {}

    static Map<Long, Campaign> of(int count, long organization, boolean matched, Instant now) {
        Map<Long, Campaign> campaigns = new HashMap<>();
        for (int number = 0; number < count; number++) {
            long id = FIRST + number;
            campaigns.put(
                    id,
                    new Campaign(
                            id,
                            organization,
                            People.FIRST_DONOR,
                            "campaign-" + id,
                            content(number, matched, now),
                            CampaignStatus.ACTIVE,
                            null,
                            now,
                            now,
                            1));
        }
        return campaigns;
    }

    private static CampaignContent content(int number, boolean matched, Instant now) {
        return new CampaignContent(
                new LocalizedText(Map.of(
                        "en", "Swimming for all " + number,
                        "nl", "Zwemmen voor iedereen " + number,
                        "fr", "La natation pour tous " + number)),
                LocalizedText.english(STORY),
                Money.of(10_000_000_00L, "EUR"),
                "health",
                Visibility.PUBLIC,
                false,
                0,
                null,
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(300)),
                matched ? new Matching(true, 0, 0) : Matching.OFF);
    }
}
