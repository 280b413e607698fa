package org.csrgrid.launcher.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.match.ProgrammeKey;
import org.jspecify.annotations.Nullable;

/**
 * Five hundred donations to campaigns that are or were open. All are paid through the employer, because a payment gateway would not know of payments
 * nobody made there.
 */
final class DemoDonations {

    private static final int COUNT = 500;
    private static final int SEED = 20_180_101;
    private static final List<Integer> EUROS = List.of(5, 10, 10, 15, 20, 25, 25, 30, 50, 50, 75, 100, 150, 250);
    private static final List<String> NOTES = List.of(
            "Keep up the good work!", "Voor oma.", "Bon courage à toute l’équipe.", "From the whole third floor.");

    private final DemoIds ids;
    private final Instant today;
    private final List<Campaign> open;
    private final List<User> donors;
    private final Map<ProgrammeKey, MatchProgramme> programmes;
    private final long administrator;
    private final Random random = new Random(SEED);
    private final DemoMatches matches = new DemoMatches();

    DemoDonations(
            DemoIds ids,
            Instant today,
            List<Campaign> campaigns,
            List<User> donors,
            Map<ProgrammeKey, MatchProgramme> programmes,
            long administrator) {
        this.ids = ids;
        this.today = today;
        this.open = campaigns.stream()
                .filter(campaign -> campaign.status().isPublished()
                        && campaign.status() != CampaignStatus.CANCELLED
                        && campaign.content().startsAt().isBefore(today))
                .toList();
        this.donors = donors;
        this.programmes = programmes;
        this.administrator = administrator;
    }

    List<DonationStory> all() {
        List<DonationStory> stories = new ArrayList<>();
        for (int number = 0; number < COUNT; number++) {
            stories.add(story(number));
        }
        return stories;
    }

    private DonationStory story(int number) {
        double popularity = random.nextDouble();
        Campaign campaign = open.get((int) (open.size() * popularity * popularity));
        User donor = number % 60 == 0 ? donors.getFirst() : donors.get(random.nextInt(donors.size()));
        DonationStory story = new DonationStory(pledge(number, campaign, donor), ids);
        story.later(Duration.ofSeconds(2));
        switch (number % 25) {
            case 3 -> story.fail("the salary of this month is already paid");
            case 7 -> story.cancel();
            case 11 -> {
                complete(story, campaign);
                refund(story, campaign, story.donation().amount().share(1, 4), "pledged too much by mistake");
            }
            case 19 -> {
                complete(story, campaign);
                refund(story, campaign, story.donation().amount(), "given to the wrong campaign");
            }
            default -> complete(story, campaign);
        }
        return story;
    }

    private void complete(DonationStory story, Campaign campaign) {
        story.capture();
        MatchProgramme programme = programme(story);
        if (programme != null) {
            matches.match(story.donation(), campaign, programme, story.draft()).ifPresent(story::add);
        }
    }

    private void refund(DonationStory story, Campaign campaign, Money amount, String reason) {
        story.later(Duration.ofHours(5));
        story.refund(amount, administrator, reason);
        MatchProgramme programme = programme(story);
        if (programme != null && campaign.content().matching().enabled()) {
            DemoMatches.reversal(story.donation(), programme, story.draft()).ifPresent(story::add);
        }
    }

    private @Nullable MatchProgramme programme(DonationStory story) {
        int year = story.donation().createdAt().atZone(ZoneOffset.UTC).getYear();
        return programmes.get(new ProgrammeKey(story.donation().organizationId(), year));
    }

    private LedgerEntry pledge(int number, Campaign campaign, User donor) {
        Money amount = DemoRates.inCurrency(
                EUROS.get(random.nextInt(EUROS.size())), Currency.getInstance(donor.currencyCode()));
        ExchangeRate rate =
                DemoRates.between(amount.currency(), campaign.content().goal().currency());
        Instant at = momentIn(campaign);
        return new LedgerEntry(
                ids.at(at),
                LedgerKind.PLEDGED,
                ids.at(at),
                campaign.id(),
                campaign.organizationId(),
                donor.id(),
                0,
                amount,
                rate.convert(amount),
                rate.rate(),
                LedgerEntry.idempotencyGuard(donor.id(), "demo-" + number),
                null,
                null,
                0,
                donor.id(),
                null,
                null,
                new PledgeDetails(method(number), number % 9 == 0, number % 13 == 0 ? note(number) : null),
                null,
                at);
    }

    private static PaymentMethod method(int number) {
        return number % 5 == 4 ? PaymentMethod.CORPORATE_ACCOUNT : PaymentMethod.PAYROLL;
    }

    private static String note(int number) {
        return NOTES.get(number % NOTES.size());
    }

    /** Some time the campaign was open, and long enough ago for the donation's whole story. */
    private Instant momentIn(Campaign campaign) {
        Instant from = campaign.content().startsAt();
        Instant end = campaign.content().endsAt();
        Instant until = (end.isBefore(today) ? end : today).minus(Duration.ofHours(12));
        return from.plusMillis(random.nextLong(Duration.between(from, until).toMillis()));
    }
}
