package org.csrgrid.grid.donation;

import java.util.Currency;
import org.csrgrid.domain.campaign.PledgeDecision;
import org.csrgrid.domain.donation.Donation;

/** What became of a pledge. */
public sealed interface PledgeOutcome {

    /** It is durable. */
    record Pledged(Donation donation) implements PledgeOutcome {}

    /** The same request came before; this is what it led to. */
    record Replayed(Donation donation) implements PledgeOutcome {}

    /** The key belongs to another request. */
    record KeyReused() implements PledgeOutcome {}

    /** @param decision anything but {@link PledgeDecision.Allowed} */
    record Refused(PledgeDecision decision) implements PledgeOutcome {}

    record NoExchangeRate(Currency from, Currency to) implements PledgeOutcome {}
}
