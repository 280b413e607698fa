package org.csrgrid.domain.match;

import java.util.Currency;
import org.csrgrid.domain.Versioned;
import org.csrgrid.domain.money.Money;

/**
 * A company's promise to add to its employees' donations to one organization in one year.
 *
 * @param ratePercent 1..1000; 100 doubles a donation
 * @param capPerEmployee per employee and year
 * @param budget over everybody and the whole year
 */
public record MatchProgramme(
        long id, long organizationId, int year, int ratePercent, Money capPerEmployee, Money budget, long version)
        implements Versioned {

    public MatchProgramme {
        if (ratePercent < 1 || ratePercent > 1000) {
            throw new IllegalArgumentException("ratePercent: %d (expected: 1..1000)".formatted(ratePercent));
        }
        if (!capPerEmployee.currency().equals(budget.currency())) {
            throw new IllegalArgumentException(
                    "budget: %s (expected: the currency of %s)".formatted(budget, capPerEmployee));
        }
    }

    public Currency currency() {
        return budget.currency();
    }
}
