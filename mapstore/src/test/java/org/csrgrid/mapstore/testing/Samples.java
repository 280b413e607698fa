package org.csrgrid.mapstore.testing;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.campaign.Decision;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;

/** Entities with everything in them that can be there. */
public final class Samples {
    private Samples() {}

    /** An active campaign with a goal of 100,000.00 EUR. */
    public static Campaign campaign(long id) {
        CampaignContent content = new CampaignContent(
                new LocalizedText(Map.of("en", "Clean water", "nl", "Schoon water", "fr", "De l’eau propre")),
                new LocalizedText(Map.of("en", "Wells \"for\" everybody 💧")),
                Money.of(10_000_000, "EUR"),
                "water",
                Visibility.ORGANIZATION,
                true,
                3,
                "https://images.example/water.jpg",
                Story.START,
                Story.START.plus(Duration.ofDays(90)),
                new Matching(true, 50, 1_000_000));
        return new Campaign(
                id,
                7,
                8,
                "clean-water-" + id,
                content,
                CampaignStatus.ACTIVE,
                new Decision(9, Story.START, "not yet"),
                Story.START,
                Story.START,
                4);
    }

    /** A campaign with nothing in it that need not be there. */
    public static Campaign bareCampaign(long id) {
        CampaignContent content = new CampaignContent(
                LocalizedText.english("Bare"),
                LocalizedText.english("Nothing more"),
                Money.of(1, "JPY"),
                "other",
                Visibility.PUBLIC,
                false,
                0,
                null,
                Story.START,
                Story.START.plusSeconds(1),
                Matching.OFF);
        return Campaign.draft(id, 7, 8, "bare-" + id, content, Story.START);
    }

    public static User user(long id, String email) {
        return new User(
                id,
                email,
                "Zoë O’Brien",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
                Set.of(Role.EMPLOYEE, Role.ORGANIZATION_ADMIN),
                7,
                null,
                "nl",
                "EUR",
                User.Status.ACTIVE,
                Story.START,
                Story.START,
                1);
    }

    public static Organization organization(long id) {
        return new Organization(
                id,
                "Water for All",
                new LocalizedText(Map.of("en", "Water", "fr", "L’eau")),
                "KVK-" + id,
                "NL-" + id,
                "water",
                "NL",
                "Utrecht",
                null,
                "info@water.example",
                Organization.Status.ACTIVE,
                Story.START,
                Story.START,
                1);
    }
}
