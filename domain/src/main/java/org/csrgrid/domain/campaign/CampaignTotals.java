package org.csrgrid.domain.campaign;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.csrgrid.domain.RememberedIds;
import org.csrgrid.domain.Versioned;
import org.csrgrid.domain.money.Money;

/**
 * What a campaign has raised: the fold of its donations' ledger entries that move totals. Amounts are minor units of {@code currency}.
 *
 * @param version how many entries are contained
 * @param recent ids of contained entries whose donation does not record yet that they are counted; a job that brings one again is recognized by it
 */
public record CampaignTotals(
        long campaignId,
        Currency currency,
        long captured,
        long refunded,
        long disputesLost,
        long matched,
        long matchReversed,
        long donations,
        long version,
        Set<Long> recent)
        implements Versioned {

    public CampaignTotals {
        recent = RememberedIds.of(recent);
    }

    public static CampaignTotals none(long campaignId, Currency currency) {
        return new CampaignTotals(campaignId, currency, 0, 0, 0, 0, 0, 0, 0, Set.of());
    }

    /** Captured less refunded and lost, plus what the company still adds. */
    public Money raised() {
        return new Money(Math.addExact(captured - refunded - disputesLost, matched - matchReversed), currency);
    }

    /** Takes entries into account, each once however often it is brought. */
    public CampaignTotals count(List<TotalsEntry> entries) {
        CampaignTotals totals = this;
        for (TotalsEntry entry : entries) {
            totals = totals.count(entry);
        }
        return totals;
    }

    private CampaignTotals count(TotalsEntry entry) {
        if (!entry.kind().movesTotals() || recent.contains(entry.entryId())) {
            return this;
        }
        return add(entry, RememberedIds.of(recent).plus(entry.entryId()));
    }

    private CampaignTotals add(TotalsEntry entry, Set<Long> remembered) {
        long amount = entry.campaignMinorUnits();
        return switch (entry.kind()) {
            case CAPTURED -> with(amount, 0, 0, 0, 0, 1, remembered);
            case REFUNDED -> with(0, amount, 0, 0, 0, 0, remembered);
            case DISPUTE_LOST -> with(0, 0, amount, 0, 0, 0, remembered);
            case MATCH_POSTED -> with(0, 0, 0, amount, 0, 0, remembered);
            case MATCH_REVERSED -> with(0, 0, 0, 0, amount, 0, remembered);
            default ->
                throw new IllegalArgumentException(
                        "kind: %s (expected: one that moves totals)".formatted(entry.kind()));
        };
    }

    private CampaignTotals with(
            long capturedMore,
            long refundedMore,
            long lostMore,
            long matchedMore,
            long reversedMore,
            int donationsMore,
            Set<Long> remembered) {
        return new CampaignTotals(
                campaignId,
                currency,
                Math.addExact(captured, capturedMore),
                Math.addExact(refunded, refundedMore),
                Math.addExact(disputesLost, lostMore),
                Math.addExact(matched, matchedMore),
                Math.addExact(matchReversed, reversedMore),
                donations + donationsMore,
                version + 1,
                remembered);
    }

    /** Stops remembering entries whose donation records that they are counted. */
    public CampaignTotals forget(Set<Long> entryIds) {
        return new CampaignTotals(
                campaignId,
                currency,
                captured,
                refunded,
                disputesLost,
                matched,
                matchReversed,
                donations,
                version,
                RememberedIds.of(recent).minusAll(entryIds));
    }

    /** The milestones in percent (25, 50, 75, 100) that lie above {@code before} and not above this, measured against a goal. */
    public List<Integer> milestonesSince(CampaignTotals before, Money goal) {
        return Stream.of(25, 50, 75, 100)
                .filter(percent -> !reaches(before, goal, percent) && reaches(this, goal, percent))
                .toList();
    }

    private static boolean reaches(CampaignTotals totals, Money goal, int percent) {
        return totals.raised().compareTo(goal.share(percent, 100)) >= 0;
    }
}
