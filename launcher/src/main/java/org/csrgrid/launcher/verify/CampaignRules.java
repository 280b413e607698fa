package org.csrgrid.launcher.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.jspecify.annotations.Nullable;

/** What grid and MySQL must say of each campaign, given the whole ledger. Used by one thread. */
final class CampaignRules {

    private final Findings findings;
    private final Map<Long, CampaignFigures> folds = new HashMap<>();
    private final Checksum campaignsInGrid = new Checksum();
    private final Checksum campaignsInDatabase = new Checksum();
    private final Checksum totalsInGrid = new Checksum();
    private final Checksum totalsInDatabase = new Checksum();

    CampaignRules(Findings findings) {
        this.findings = findings;
    }

    /** Takes in a row of the ledger; all of them before the first {@link #check}. */
    void add(LedgerLine line) {
        CampaignFigures before = folds.get(line.campaignId());
        folds.put(
                line.campaignId(),
                (before == null ? CampaignFigures.none(line.campaignAmount().currencyCode()) : before).plus(line));
    }

    /**
     * @param totalsRow the totals in MySQL; there may be none as long as nothing moved them
     * @param live the campaign in the grid
     * @param liveTotals its totals in the grid
     */
    void check(
            CampaignRow row,
            @Nullable CampaignFigures totalsRow,
            @Nullable Campaign live,
            @Nullable CampaignTotals liveTotals) {
        compareCampaign(row, live);
        CampaignFigures fold = folds.remove(row.id());
        CampaignFigures expected =
                fold == null ? CampaignFigures.none(row.goal().currencyCode()) : fold;
        findings.looked(Invariant.I2, 1);
        findings.compare(
                Invariant.I2, "currency of campaign " + row.id(), row.goal().currencyCode(), expected.currency());
        String subject = "totals of campaign " + row.id();
        findings.compare(
                Invariant.I2,
                subject + " in the grid",
                expected,
                liveTotals == null ? "nothing" : CampaignFigures.of(liveTotals));
        if (totalsRow != null || !expected.isEmpty()) {
            findings.compare(Invariant.I2, subject + " in MySQL", expected, totalsRow == null ? "no row" : totalsRow);
        }
        sumUp(row.id(), totalsRow, liveTotals);
    }

    private void compareCampaign(CampaignRow row, @Nullable Campaign live) {
        findings.looked(Invariant.I15, 1);
        row.addTo(campaignsInDatabase);
        if (live != null) {
            CampaignRow.of(live).addTo(campaignsInGrid);
        }
        findings.compare(
                Invariant.I15,
                "campaign " + row.id() + " in MySQL as in the grid",
                live == null ? "nothing" : CampaignRow.of(live),
                row);
    }

    /** Totals that nothing moved yet have no row, so they are left out on both sides. */
    private void sumUp(long campaignId, @Nullable CampaignFigures totalsRow, @Nullable CampaignTotals liveTotals) {
        findings.looked(Invariant.I15, 1);
        if (totalsRow != null && !totalsRow.isEmpty()) {
            totalsInDatabase.add(campaignId, totalsRow);
        }
        if (liveTotals != null && liveTotals.version() > 0) {
            totalsInGrid.add(campaignId, CampaignFigures.of(liveTotals));
        }
    }

    /** To be called after the last campaign: what is left in the ledger belongs to none. */
    void checkLeftOver() {
        folds.forEach((id, fold) ->
                findings.drift(Invariant.I2, "campaign " + id, "a row in MySQL", "only ledger entries: " + fold));
    }

    /** The campaigns' count and checksum in the grid, then in MySQL. */
    List<Checksum> campaignChecksums() {
        return List.of(campaignsInGrid, campaignsInDatabase);
    }

    /** The totals' count and checksum in the grid, then in MySQL. */
    List<Checksum> totalsChecksums() {
        return List.of(totalsInGrid, totalsInDatabase);
    }
}
