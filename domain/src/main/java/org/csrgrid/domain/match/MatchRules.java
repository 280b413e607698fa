package org.csrgrid.domain.match;

import java.util.Optional;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.MatchPosition;
import org.csrgrid.domain.money.Money;

/** How much the company adds, and how much of it a refund takes back. */
public final class MatchRules {

    private MatchRules() {}

    /**
     * What a programme would add to a donation if no cap stood in the way, in the campaign's currency.
     *
     * @return zero when the campaign is not matched
     */
    public static Money wanted(Donation donation, Matching matching, MatchProgramme programme) {
        if (!matching.enabled()) {
            return Money.zero(donation.campaignAmount().currency());
        }
        int percent = matching.ratePercent() > 0 ? matching.ratePercent() : programme.ratePercent();
        return donation.campaignAmount().share(percent, 100);
    }

    /** What has to be taken back now so that the match is in proportion to what is not refunded; a full refund leaves exactly zero. */
    public static Optional<Reversal> reversalDue(Donation donation) {
        MatchPosition match = donation.match();
        if (match == null) {
            return Optional.empty();
        }
        Money amount = due(match.posted(), match.reversed(), donation);
        Money programmeAmount = due(match.programmePosted(), match.programmeReversed(), donation);
        return amount.isPositive() || programmeAmount.isPositive()
                ? Optional.of(new Reversal(amount, programmeAmount))
                : Optional.empty();
    }

    private static Money due(Money posted, Money reversed, Donation donation) {
        Money target = donation.refunded().equals(donation.amount())
                ? posted
                : posted.share(
                        donation.refunded().minorUnits(), donation.amount().minorUnits());
        return target.minus(reversed);
    }

    /** A part of a match to take back, in the campaign's and the programme's currency. */
    public record Reversal(Money amount, Money programmeAmount) {}
}
