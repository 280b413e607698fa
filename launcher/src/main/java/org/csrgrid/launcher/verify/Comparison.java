package org.csrgrid.launcher.verify;

import java.util.List;
import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.match.AllowanceKey;
import org.jdbi.v3.core.Handle;

/** Brings ledger, stored rows and grid together and hands them to the rules. The methods are called once each, in their order. */
final class Comparison {

    private final LedgerPages ledger;
    private final StoredRows rows;
    private final LiveGrid grid;
    private final Findings findings;
    private final Books books = new Books();
    private final DonationRules donations;
    private final CampaignRules campaigns;
    private final MatchRows matches;

    Comparison(Handle snapshot, LiveGrid grid, Findings findings) {
        ledger = new LedgerPages(snapshot, LedgerPages.ROWS);
        rows = new StoredRows(snapshot);
        this.grid = grid;
        this.findings = findings;
        donations = new DonationRules(findings, books);
        campaigns = new CampaignRules(findings);
        matches = new MatchRows(findings);
    }

    void checkDonations() {
        ledger.forEach(this::checkPage);
        books.check(findings);
        for (StoredDonation row : rows.withoutLedger(1_000)) {
            findings.drift(
                    Invariant.I8,
                    "donation %d-%d in MySQL".formatted(row.campaignId(), row.id()),
                    "entries in the ledger",
                    "none");
        }
        long deadLetters = rows.deadLetters();
        if (deadLetters > 0) {
            findings.remark(Invariant.I8, "%d rows are in dead_letter".formatted(deadLetters));
        }
    }

    private void checkPage(List<DonationLines> page) {
        Map<Long, StoredDonation> stored =
                rows.donations(page.stream().map(DonationLines::id).toList());
        Map<DonationKey, Donation> live = grid.donations(
                page.stream().map(DonationLines::key).toList(), (key, reason) -> unreadable("donation " + key, reason));
        for (DonationLines donation : page) {
            donations.check(donation, stored.get(donation.id()), live.get(donation.key()));
            donation.lines().forEach(line -> {
                campaigns.add(line);
                matches.add(line);
            });
        }
    }

    private void unreadable(String subject, String reason) {
        findings.drift(Invariant.I7, subject + " in the grid", "one that can be loaded", reason);
    }

    void checkCampaigns() {
        long count = 0;
        List<CampaignRow> page = rows.campaigns(Long.MIN_VALUE, LiveGrid.BATCH);
        while (!page.isEmpty()) {
            checkCampaigns(page);
            count += page.size();
            page = rows.campaigns(page.getLast().id(), LiveGrid.BATCH);
        }
        campaigns.checkLeftOver();
        findings.compare(Invariant.I15, "campaigns in the grid", (int) count, grid.campaignCount());
    }

    private void checkCampaigns(List<CampaignRow> page) {
        List<Long> ids = page.stream().map(CampaignRow::id).toList();
        Map<Long, CampaignFigures> stored = rows.totals(ids);
        Map<Long, Campaign> live = grid.campaigns(ids, (id, reason) -> unreadable("campaign " + id, reason));
        Map<Long, CampaignTotals> totals =
                grid.totals(ids, (id, reason) -> unreadable("totals of campaign " + id, reason));
        page.forEach(row -> campaigns.check(row, stored.get(row.id()), live.get(row.id()), totals.get(row.id())));
    }

    void checkMatches() {
        matches.checkProgrammes(rows.programmes());
        List<AllowanceKey> caps = List.copyOf(matches.caps());
        Map<AllowanceKey, Allowance> live =
                grid.allowances(caps, (key, reason) -> unreadable("allowance " + key, reason));
        caps.forEach(key -> matches.checkLive(key, live.get(key)));
        List<AllowanceKey> ofCampaigns = caps.stream()
                .filter(key -> key.kind() == AllowanceKey.Kind.CAMPAIGN)
                .toList();
        Map<Long, Campaign> matched = grid.campaigns(
                ofCampaigns.stream().map(AllowanceKey::subjectId).distinct().toList(),
                (id, reason) -> unreadable("campaign " + id, reason));
        ofCampaigns.forEach(key -> matches.checkCampaign(key, matched.get(key.subjectId())));
    }

    void checkUnsaved() {
        grid.dirtyEntries()
                .forEach((member, dirty) ->
                        findings.compare(Invariant.I15, "changes not saved on member " + member, 0L, dirty));
        compare("donations", donations.checksums());
        compare("campaigns", campaigns.campaignChecksums());
        compare("totals", campaigns.totalsChecksums());
    }

    private void compare(String what, List<Checksum> gridThenDatabase) {
        findings.compare(
                Invariant.I15,
                "count and checksum of all " + what + " in MySQL as in the grid",
                gridThenDatabase.get(0).toString(),
                gridThenDatabase.get(1).toString());
    }
}
