package org.csrgrid.domain.donation;

import org.csrgrid.domain.money.Money;

/**
 * What the company added to a donation and took back, in the campaign's and the programme's currency.
 *
 * @param reversed never more than {@code posted}
 */
public record MatchPosition(
        long programmeId, Money posted, Money reversed, Money programmePosted, Money programmeReversed) {

    public MatchPosition {
        if (reversed.compareTo(posted) > 0 || programmeReversed.compareTo(programmePosted) > 0) {
            throw new IllegalArgumentException("reversed: %s (expected: <= %s)".formatted(reversed, posted));
        }
    }

    MatchPosition reverse(Money amount, Money programmeAmount) {
        return new MatchPosition(
                programmeId, posted, reversed.plus(amount), programmePosted, programmeReversed.plus(programmeAmount));
    }
}
