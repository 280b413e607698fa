package org.csrgrid.gridnode.match;

import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.MatchPosition;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.domain.match.MatchRules;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.match.AllowanceKey;
import org.csrgrid.grid.match.MatchGrid;
import org.csrgrid.grid.money.RateGrid;

/**
 * Decides what the company adds to a captured donation. Three caps lie in three entries, so each is held in turn for the donation and what the last one
 * grants is posted; counting the posted entry gives the rest of the holds back. Whoever comes at the same time may get less than a later look would
 * have given, but no cap is ever exceeded.
 */
public final class MatchGranting {

    private final CampaignGrid campaigns;
    private final MatchGrid caps;
    private final RateGrid rates;

    public MatchGranting(CampaignGrid campaigns, MatchGrid caps, RateGrid rates) {
        this.campaigns = campaigns;
        this.caps = caps;
        this.rates = rates;
    }

    /**
     * The match entry to append, with its amount held under every cap.
     *
     * @param uncounted the entries this settlement works off; only the one that works off the capture may match
     */
    public Optional<LedgerEntry> matchDue(Donation donation, List<LedgerEntry> uncounted, EntryDraft draft) {
        boolean captured = uncounted.stream().anyMatch(entry -> entry.kind() == LedgerKind.CAPTURED);
        if (!captured || donation.match() != null || donation.status() != DonationStatus.COMPLETED) {
            return Optional.empty();
        }
        Campaign campaign = campaigns.find(donation.campaignId()).orElseThrow();
        int year = donation.createdAt().atZone(ZoneOffset.UTC).getYear();
        return caps.programme(donation.organizationId(), year)
                .flatMap(programme -> rates.rate(donation.campaignAmount().currency(), programme.currency())
                        .flatMap(rate -> grant(donation, campaign.content().matching(), programme, rate, draft)));
    }

    private Optional<LedgerEntry> grant(
            Donation donation, Matching matching, MatchProgramme programme, ExchangeRate rate, EntryDraft draft) {
        Money wanted = MatchRules.wanted(donation, matching, programme);
        if (!wanted.isPositive()) {
            return Optional.empty();
        }
        List<AllowanceKey> keys = AllowanceKey.capsOf(programme.id(), donation.donorId(), donation.campaignId());
        long campaignLimit = matching.capMinorUnits() == 0 ? Long.MAX_VALUE : matching.capMinorUnits();
        Money ofCampaign =
                wanted.withMinorUnits(caps.hold(keys.get(0), donation.id(), wanted.minorUnits(), campaignLimit));
        Money inProgramme = rate.convert(ofCampaign);
        long ofEmployee = caps.hold(
                keys.get(1),
                donation.id(),
                inProgramme.minorUnits(),
                programme.capPerEmployee().minorUnits());
        long granted = ofEmployee == 0
                ? 0
                : caps.hold(
                        keys.get(2),
                        donation.id(),
                        ofEmployee,
                        programme.budget().minorUnits());
        Money amount = scaled(ofCampaign, granted, inProgramme.minorUnits());
        if (granted == 0 || amount.isZero()) {
            keys.forEach(key -> caps.release(key, donation.id()));
            return Optional.empty();
        }
        return Optional.of(draft.of(LedgerKind.MATCH_POSTED)
                .amount(amount, amount)
                .once("match:" + donation.id())
                .matching(new MatchDetails(programme.id(), new Money(granted, programme.currency())))
                .build());
    }

    /** Rounded down, so that the campaign's own cap holds too. */
    private static Money scaled(Money whole, long part, long all) {
        if (part == all) {
            return whole;
        }
        return whole.withMinorUnits(BigInteger.valueOf(whole.minorUnits())
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(all))
                .longValueExact());
    }

    /** The reversal to append after a refund or a lost dispute. */
    public Optional<LedgerEntry> reversalDue(Donation donation, EntryDraft draft) {
        MatchPosition match = donation.match();
        return match == null
                ? Optional.empty()
                : MatchRules.reversalDue(donation).map(due -> draft.of(LedgerKind.MATCH_REVERSED)
                        .amount(due.amount(), due.amount())
                        .matching(new MatchDetails(match.programmeId(), due.programmeAmount()))
                        .build());
    }
}
