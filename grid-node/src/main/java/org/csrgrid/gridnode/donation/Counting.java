package org.csrgrid.gridnode.donation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** Stops remembering entries of any donations. Sent without waiting: a lost one leaves ids that are remembered longer than needed. */
    void forget(List<LedgerEntry> entries) {
        moving(entries)
                .collect(groupingBy(LedgerEntry::campaignId, mapping(LedgerEntry::id, toSet())))
                .forEach((campaignId, ids) -> totals.submitToKey(campaignId, new ForgetEntries(ids)));
        Map<AllowanceKey, Set<Long>> byCap = new HashMap<>();
        matches(entries).forEach(entry -> capsOf(entry)
                .forEach(cap -> byCap.computeIfAbsent(cap, _ -> new HashSet<>()).add(entry.id())));
        byCap.forEach((cap, ids) -> caps.forget(cap, new ForgetMatches(ids)));
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
