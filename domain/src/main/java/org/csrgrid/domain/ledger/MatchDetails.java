package org.csrgrid.domain.ledger;

import org.csrgrid.domain.money.Money;

/**
 * Which programme a match is taken from or given back to.
 *
 * @param programmeAmount the match in the programme's currency, the one its caps and budget are in
 */
public record MatchDetails(long programmeId, Money programmeAmount) {}
