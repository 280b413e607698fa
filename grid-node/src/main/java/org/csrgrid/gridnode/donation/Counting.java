package org.csrgrid.gridnode.donation;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.TotalsEntry;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.grid.campaign.CountEntries;
import org.csrgrid.grid.campaign.ForgetEntries;
import org.csrgrid.grid.campaign.TotalsChange;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.match.AllowanceKey;
import org.csrgrid.grid.match.CountMatch;
import org.csrgrid.grid.match.ForgetMatches;
import org.csrgrid.grid.match.MatchGrid;

/** Takes one donation's ledger entries into the totals and caps they move. Only for the holder of the donation's lease. */
public final class Counting {

    private final IMap<Long, CampaignTotals> totals;
    private final MatchGrid caps;

    public Counting(HazelcastInstance grid, MatchGrid caps) {
        totals = grid.getMap(GridMaps.CAMPAIGN_TOTALS);
        this.caps = caps;
    }

    /** Counts each entry once however often it is brought, as long as it is not forgotten. */
    void count(List<LedgerEntry> entries) {
        List<TotalsEntry> moving = moving(entries).map(TotalsEntry::of).toList();
        if (moving.isEmpty()) {
            return;
        }
        long campaignId = entries.getFirst().campaignId();
        TotalsChange change = GridCalls.repeatable(() -> totals.executeOnKey(campaignId, new CountEntries(moving)));
        if (change == null) {
            throw new IllegalStateException("campaign %d has a donation and no totals".formatted(campaignId));
        }
        matches(entries).forEach(this::countMatch);
    }

    /** Sent without waiting: a lost one leaves ids that are remembered longer than needed. */
    void forget(List<LedgerEntry> entries) {
        Set<Long> moving = moving(entries).map(LedgerEntry::id).collect(Collectors.toSet());
        if (moving.isEmpty()) {
            return;
        }
        totals.submitToKey(entries.getFirst().campaignId(), new ForgetEntries(moving));
        matches(entries).forEach(entry -> {
            ForgetMatches forget = new ForgetMatches(Set.of(entry.id()));
            capsOf(entry).forEach(cap -> caps.forget(cap, forget));
        });
    }

    private void countMatch(LedgerEntry entry) {
        int sign = entry.kind() == LedgerKind.MATCH_POSTED ? 1 : -1;
        for (AllowanceKey cap : capsOf(entry)) {
            long amount = cap.kind() == AllowanceKey.Kind.CAMPAIGN
                    ? entry.campaignAmount().minorUnits()
                    : details(entry).programmeAmount().minorUnits();
            caps.count(cap, new CountMatch(entry.donationId(), entry.id(), sign * amount));
        }
    }

    private static List<AllowanceKey> capsOf(LedgerEntry entry) {
        return AllowanceKey.capsOf(details(entry).programmeId(), entry.donorId(), entry.campaignId());
    }

    private static MatchDetails details(LedgerEntry entry) {
        return Objects.requireNonNull(entry.match(), "a match entry without details");
    }

    private static java.util.stream.Stream<LedgerEntry> moving(List<LedgerEntry> entries) {
        return entries.stream().filter(entry -> entry.kind().movesTotals());
    }

    private static java.util.stream.Stream<LedgerEntry> matches(List<LedgerEntry> entries) {
        return entries.stream().filter(entry -> entry.match() != null);
    }
}
