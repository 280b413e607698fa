package org.csrgrid.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.Viewer;

/** Ordinary values for tests that are about something else. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    public static final long CAMPAIGN = 7;
    public static final long ORGANIZATION = 70;
    public static final long ORGANIZER = 700;
    public static final long DONOR = 800;

    private Samples() {}

    public static Money euros(long cents) {
        return Money.of(cents, "EUR");
    }

    public static CampaignContent content() {
        return content(euros(100_000), Visibility.PUBLIC);
    }

    public static CampaignContent content(Money goal, Visibility visibility) {
        return new CampaignContent(
                LocalizedText.english("Clean water"),
                LocalizedText.english("Wells for three villages"),
                goal,
                "health",
                visibility,
                false,
                0,
                null,
                NOW,
                NOW.plus(Duration.ofDays(30)),
                Matching.OFF);
    }

    public static Campaign campaign(CampaignStatus status) {
        return campaign(status, content());
    }

    public static Campaign campaign(CampaignStatus status, CampaignContent content) {
        return new Campaign(CAMPAIGN, ORGANIZATION, ORGANIZER, "clean-water", content, status, null, NOW, NOW, 5);
    }

    public static Viewer viewer(long userId, Role role) {
        return new Viewer(userId, Set.of(role), 0);
    }

    /** A pledge within one currency. */
    public static LedgerEntry pledge(Money amount) {
        return pledge(amount, amount, BigDecimal.ONE);
    }

    /** The pledge that starts donation 1. */
    public static LedgerEntry pledge(Money amount, Money campaignAmount, BigDecimal rate) {
        return new LedgerEntry(
                1_000,
                LedgerKind.PLEDGED,
                1,
                CAMPAIGN,
                ORGANIZATION,
                DONOR,
                0,
                amount,
                campaignAmount,
                rate,
                LedgerEntry.idempotencyGuard(DONOR, "key-1"),
                null,
                null,
                0,
                DONOR,
                "fingerprint",
                null,
                new PledgeDetails(PaymentMethod.CARD, false, null),
                null,
                NOW);
    }
}
