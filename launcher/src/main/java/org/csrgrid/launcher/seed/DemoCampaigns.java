package org.csrgrid.launcher.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.campaign.Decision;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.domain.user.User;
import org.jspecify.annotations.Nullable;

/** Five campaigns per charity: most of them active, the others in every other state. */
final class DemoCampaigns {

    private static final List<CampaignStatus> FOURTH =
            List.of(CampaignStatus.COMPLETED, CampaignStatus.PAUSED, CampaignStatus.EXPIRED, CampaignStatus.COMPLETED);
    private static final List<CampaignStatus> FIFTH = List.of(
            CampaignStatus.PENDING_APPROVAL,
            CampaignStatus.DRAFT,
            CampaignStatus.REJECTED,
            CampaignStatus.CANCELLED,
            CampaignStatus.ACTIVE);
    private static final List<Long> GOALS = List.of(5_000L, 7_500L, 10_000L, 12_000L, 20_000L, 25_000L, 40_000L);

    private final DemoIds ids;
    private final Instant today;
    private final List<Organization> organizations;
    private final List<User> organizers;
    private final long approver;

    DemoCampaigns(DemoIds ids, Instant today, List<Organization> organizations, List<User> organizers, long approver) {
        this.ids = ids;
        this.today = today;
        this.organizations = organizations;
        this.organizers = organizers;
        this.approver = approver;
    }

    List<Campaign> all() {
        List<DemoTexts.Charity> charities = DemoTexts.charities();
        List<Campaign> campaigns = new ArrayList<>();
        for (DemoTexts.Theme theme : DemoTexts.themes()) {
            DemoTexts.Charity charity = charities.get(theme.organization());
            for (int place = 0; place < theme.places().size(); place++) {
                campaigns.add(campaign(campaigns.size(), theme, charity, place));
            }
        }
        return campaigns;
    }

    private Campaign campaign(int number, DemoTexts.Theme theme, DemoTexts.Charity charity, int place) {
        CampaignStatus status = status(theme.organization(), place);
        Instant created = today.minus(Duration.ofDays(150 - number)).plus(Duration.ofHours(8 + number % 9));
        Instant starts = created.plus(Duration.ofDays(5));
        Instant ends = isOver(status)
                ? today.minus(Duration.ofDays(3 + number % 20))
                : today.plus(Duration.ofDays(30 + number * 2L));
        Instant updated = isOver(status) ? ends : created.plus(Duration.ofDays(1));
        long id = ids.at(created);
        Organization organization = organizations.get(theme.organization());
        return new Campaign(
                id,
                organization.id(),
                organizers.get(number % organizers.size()).id(),
                slug(theme, place, number),
                content(number, theme, charity, place, starts, ends),
                status,
                decision(status, created),
                created,
                updated,
                1 + steps(status));
    }

    private static CampaignStatus status(int organization, int place) {
        Organization.Status ofCharity = DemoTexts.charities().get(organization).status();
        return switch (ofCharity) {
            case PENDING -> place % 2 == 0 ? CampaignStatus.DRAFT : CampaignStatus.PENDING_APPROVAL;
            case INACTIVE -> place % 2 == 0 ? CampaignStatus.COMPLETED : CampaignStatus.EXPIRED;
            case ACTIVE ->
                switch (place) {
                    case 3 -> FOURTH.get(organization % FOURTH.size());
                    case 4 -> FIFTH.get(organization % FIFTH.size());
                    default -> CampaignStatus.ACTIVE;
                };
        };
    }

    private static boolean isOver(CampaignStatus status) {
        return status == CampaignStatus.COMPLETED || status == CampaignStatus.EXPIRED;
    }

    private static int steps(CampaignStatus status) {
        return switch (status) {
            case DRAFT -> 0;
            case PENDING_APPROVAL, CANCELLED -> 1;
            case ACTIVE, REJECTED -> 2;
            case PAUSED, COMPLETED, EXPIRED -> 3;
        };
    }

    private @Nullable Decision decision(CampaignStatus status, Instant created) {
        Instant at = created.plus(Duration.ofDays(1));
        return switch (status) {
            case DRAFT, PENDING_APPROVAL, CANCELLED -> null;
            case REJECTED -> new Decision(approver, at, "The budget does not say what the money buys.");
            case ACTIVE, PAUSED, COMPLETED, EXPIRED -> new Decision(approver, at, null);
        };
    }

    private static CampaignContent content(
            int number, DemoTexts.Theme theme, DemoTexts.Charity charity, int place, Instant starts, Instant ends) {
        String name = theme.places().get(place);
        Currency currency = Currency.getInstance(charity.currency());
        Money goal = DemoRates.inCurrency(GOALS.get(number % GOALS.size()), currency);
        return new CampaignContent(
                theme.titleFor(name),
                theme.descriptionFor(name),
                goal,
                charity.category(),
                number % 11 == 7 ? Visibility.ORGANIZATION : Visibility.PUBLIC,
                number % 10 == 0,
                number % 10 == 0 ? 10 : 0,
                null,
                starts,
                ends,
                matching(number, goal));
    }

    /** Every second campaign is matched, every sixth of them at half the money and up to a cap of its own. */
    private static Matching matching(int number, Money goal) {
        if (number % 2 == 1) {
            return Matching.OFF;
        }
        return number % 6 == 0 ? new Matching(true, 50, goal.minorUnits() / 10) : new Matching(true, 0, 0);
    }

    private static String slug(DemoTexts.Theme theme, int place, int number) {
        String title = theme.titleFor(theme.places().get(place)).in("en");
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + (number + 1);
    }
}
