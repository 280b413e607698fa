package org.csrgrid.launcher.seed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.domain.match.MatchRules;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.match.AllowanceKey;

/**
 * What the company added to the demo donations, within the same three caps as the grid keeps. In the demo set a programme has the currency of its
 * organization's campaigns.
 */
final class DemoMatches {

    private final Map<AllowanceKey, Allowance> caps = new HashMap<>();

    Optional<LedgerEntry> match(Donation donation, Campaign campaign, MatchProgramme programme, EntryDraft draft) {
        Money wanted = MatchRules.wanted(donation, campaign.content().matching(), programme);
        long ownCap = campaign.content().matching().capMinorUnits();
        AllowanceKey[] keys = AllowanceKey.capsOf(programme.id(), donation.donorId(), campaign.id())
                .toArray(AllowanceKey[]::new);
        long granted = Math.min(wanted.minorUnits(), left(keys[0], ownCap == 0 ? Long.MAX_VALUE : ownCap));
        granted = Math.min(granted, left(keys[1], programme.capPerEmployee().minorUnits()));
        granted = Math.min(granted, left(keys[2], programme.budget().minorUnits()));
        if (granted <= 0) {
            return Optional.empty();
        }
        Money amount = wanted.withMinorUnits(granted);
        LedgerEntry entry = draft.of(LedgerKind.MATCH_POSTED)
                .amount(amount, amount)
                .once("match:" + donation.id())
                .matching(new MatchDetails(programme.id(), amount))
                .build();
        for (AllowanceKey key : keys) {
            Allowance before = caps.getOrDefault(key, Allowance.NONE);
            caps.put(key, before.count(donation.id(), entry.id(), granted));
        }
        return Optional.of(entry);
    }

    private long left(AllowanceKey key, long limit) {
        return caps.getOrDefault(key, Allowance.NONE).left(limit);
    }

    static Optional<LedgerEntry> reversal(Donation donation, MatchProgramme programme, EntryDraft draft) {
        return MatchRules.reversalDue(donation).map(due -> draft.of(LedgerKind.MATCH_REVERSED)
                .amount(due.amount(), due.amount())
                .matching(new MatchDetails(programme.id(), due.programmeAmount()))
                .build());
    }
}
