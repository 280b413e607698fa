package org.csrgrid.launcher.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.TotalsEntry;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.match.ProgrammeKey;

/** Everything of the demo set, the same for the same day and password hash. */
record DemoSet(
        List<ExchangeRate> rates,
        List<User> users,
        List<Organization> organizations,
        List<MatchProgramme> programmes,
        List<Campaign> campaigns,
        List<DonationStory> stories) {

    private static final long EMPLOYEE_CAP = 1_000;
    private static final long BUDGET = 25_000;

    static DemoSet of(LocalDate day, String passwordHash) {
        Instant today = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        DemoIds ids = new DemoIds();
        List<Organization> organizations = organizations(ids, today);
        List<User> users = new DemoPeople(ids, today, passwordHash)
                .all(organizations.getFirst().id());
        List<MatchProgramme> programmes = programmes(ids, today, day.getYear(), organizations);
        long administrator = first(users, Role.ADMIN).id();
        List<User> employees = users.stream()
                .filter(user -> user.roles().contains(Role.EMPLOYEE))
                .toList();
        List<Campaign> campaigns =
                new DemoCampaigns(ids, today, organizations, employees.subList(1, 8), administrator).all();
        Map<ProgrammeKey, MatchProgramme> byYear = programmes.stream()
                .collect(Collectors.toMap(
                        programme -> new ProgrammeKey(programme.organizationId(), programme.year()),
                        Function.identity()));
        List<DonationStory> stories = new DemoDonations(ids, today, campaigns, employees, byYear, administrator).all();
        return new DemoSet(DemoRates.all(), users, organizations, programmes, campaigns, stories);
    }

    private static User first(List<User> users, Role role) {
        return users.stream()
                .filter(user -> user.roles().contains(role))
                .findFirst()
                .orElseThrow();
    }

    private static List<Organization> organizations(DemoIds ids, Instant today) {
        Instant since = today.minus(Duration.ofDays(900));
        List<Organization> organizations = new ArrayList<>();
        for (DemoTexts.Charity charity : DemoTexts.charities()) {
            String host = charity.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example";
            organizations.add(new Organization(
                    ids.at(since),
                    charity.name(),
                    charity.mission(),
                    charity.registration(),
                    charity.taxId(),
                    charity.category(),
                    charity.country(),
                    charity.city(),
                    "https://www." + host,
                    "hello@" + host,
                    charity.status(),
                    since,
                    since,
                    2));
        }
        return organizations;
    }

    private static List<MatchProgramme> programmes(
            DemoIds ids, Instant today, int year, List<Organization> organizations) {
        List<DemoTexts.Charity> charities = DemoTexts.charities();
        List<MatchProgramme> programmes = new ArrayList<>();
        for (int index = 0; index < organizations.size(); index++) {
            if (organizations.get(index).status() != Organization.Status.ACTIVE) {
                continue;
            }
            Currency currency = Currency.getInstance(charities.get(index).currency());
            for (int programmeYear : List.of(year, year + 1)) {
                programmes.add(new MatchProgramme(
                        ids.at(today.minus(Duration.ofDays(400))),
                        organizations.get(index).id(),
                        programmeYear,
                        index % 3 == 0 ? 50 : 100,
                        DemoRates.inCurrency(EMPLOYEE_CAP, currency),
                        DemoRates.inCurrency(BUDGET, currency),
                        1));
            }
        }
        return programmes;
    }

    /** What every campaign has raised, the fold of its ledger entries. */
    List<CampaignTotals> totals() {
        Map<Long, CampaignTotals> totals = new LinkedHashMap<>();
        for (Campaign campaign : campaigns) {
            totals.put(
                    campaign.id(),
                    CampaignTotals.none(campaign.id(), campaign.content().goal().currency()));
        }
        for (DonationStory story : stories) {
            List<TotalsEntry> moving = story.entries().stream()
                    .filter(entry -> entry.kind().movesTotals())
                    .map(TotalsEntry::of)
                    .toList();
            Set<Long> ids = story.entries().stream().map(LedgerEntry::id).collect(Collectors.toSet());
            totals.computeIfPresent(story.donation().campaignId(), (_, before) -> before.count(moving)
                    .forget(ids));
        }
        return List.copyOf(totals.values());
    }
}
