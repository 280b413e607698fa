package org.csrgrid.grid;

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
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;

/** Ordinary values for tests that are about something else. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    public static final Instant LATER = NOW.plusSeconds(60);

    private Samples() {}

    public static Money euros(long cents) {
        return Money.of(cents, "EUR");
    }

    public static Campaign campaign(long id, CampaignStatus status) {
        return campaign(id, status, content(euros(100_000), NOW.plus(Duration.ofDays(30)), false, 0));
    }

    public static Campaign campaign(long id, CampaignStatus status, CampaignContent content) {
        return new Campaign(id, 70, 700, "campaign-" + id, content, status, null, NOW, NOW, 1);
    }

    public static CampaignContent content(Money goal, Instant endsAt, boolean featured, int priority) {
        LocalizedText text = LocalizedText.english("Clean water");
        return new CampaignContent(
                text, text, goal, "health", Visibility.PUBLIC, featured, priority, null, NOW, endsAt, Matching.OFF);
    }

    public static LedgerEntry pledge(long campaignId, long donationId, long cents) {
        return new LedgerEntry(
                donationId * 100,
                LedgerKind.PLEDGED,
                donationId,
                campaignId,
                70,
                800,
                0,
                euros(cents),
                euros(cents),
                BigDecimal.ONE,
                LedgerEntry.idempotencyGuard(800, "key-" + donationId),
                null,
                null,
                0,
                800,
                "fingerprint",
                null,
                new PledgeDetails(PaymentMethod.CARD, false, null),
                null,
                NOW);
    }

    /** The entry that completes a donation. */
    public static LedgerEntry capture(Donation donation) {
        return new EntryDraft(donation, donation.id() * 100 + 1, NOW.plusSeconds(1))
                .of(LedgerKind.CAPTURED)
                .at("sandbox", "payment-" + donation.id())
                .build();
    }

    public static Job job(String id, long affinity) {
        return Job.ready(id, affinity, JobRequest.of("settle-donation", Channel.PAYMENTS, "{}"), NOW, NOW);
    }

    public static User user(long id, String email) {
        return new User(
                id,
                email,
                "Ada",
                "$argon2id$",
                Set.of(Role.EMPLOYEE),
                0,
                null,
                "en",
                "EUR",
                User.Status.ACTIVE,
                NOW,
                NOW,
                1);
    }
}
