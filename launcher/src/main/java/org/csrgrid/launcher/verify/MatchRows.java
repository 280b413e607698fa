package org.csrgrid.launcher.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.grid.match.AllowanceKey;
import org.jspecify.annotations.Nullable;

/** How much of every cap the ledger's matches use up. Used by one thread. */
final class MatchRows {

    private final Findings findings;
    private final Map<AllowanceKey, Long> used = new HashMap<>();

    MatchRows(Findings findings) {
        this.findings = findings;
    }

    /** Takes in a row of the ledger; all of them before the checks. */
    void add(LedgerLine line) {
        MatchDetails match = line.match();
        if (match == null) {
            return;
        }
        findings.looked(Invariant.I4, 1);
        int sign = line.kind() == LedgerKind.MATCH_REVERSED ? -1 : 1;
        for (AllowanceKey key : AllowanceKey.capsOf(match.programmeId(), line.donorId(), line.campaignId())) {
            long amount = key.kind() == AllowanceKey.Kind.CAMPAIGN
                    ? line.campaignAmount().minorUnits()
                    : match.programmeAmount().minorUnits();
            used.merge(key, sign * amount, Math::addExact);
        }
    }

    /** Every cap that something was taken from. */
    Collection<AllowanceKey> caps() {
        return List.copyOf(used.keySet());
    }

    /** Employees and budgets against their programmes. */
    void checkProgrammes(Map<Long, MatchProgramme> programmes) {
        used.forEach((key, amount) -> {
            MatchProgramme programme = programmes.get(key.programmeId());
            if (programme == null) {
                findings.drift(Invariant.I4, "match of " + key, "a programme in MySQL", "none");
                return;
            }
            switch (key.kind()) {
                case EMPLOYEE -> within(key, amount, programme.capPerEmployee().minorUnits());
                case PROGRAMME -> within(key, amount, programme.budget().minorUnits());
                case CAMPAIGN -> within(key, amount, Long.MAX_VALUE);
            }
        });
    }

    /** One cap of a campaign's own, if it has one. */
    void checkCampaign(AllowanceKey key, @Nullable Campaign campaign) {
        if (campaign == null) {
            findings.drift(Invariant.I4, "match of " + key, "a campaign in the grid", "none");
            return;
        }
        long cap = campaign.content().matching().capMinorUnits();
        if (cap > 0) {
            within(key, used.getOrDefault(key, 0L), cap);
        }
    }

    /** What the grid believes to be used of a cap; nothing loaded counts as zero. */
    void checkLive(AllowanceKey key, @Nullable Allowance live) {
        findings.compare(
                Invariant.I4,
                "used of " + key + " in the grid",
                used.getOrDefault(key, 0L),
                live == null ? 0L : live.used());
    }

    private void within(AllowanceKey key, long amount, long cap) {
        if (amount < 0 || amount > cap) {
            findings.drift(
                    Invariant.I4, "matches less reversals of " + key, "0 .. %d minor units".formatted(cap), amount);
        }
    }
}
