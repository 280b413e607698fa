package org.csrgrid.domain.payment;

import org.csrgrid.domain.ledger.LedgerEntry;

/** What the ledger lacks next, given what the gateway says. */
public sealed interface NextFact {

    /** Write this entry, apply it, ask again. */
    record Append(LedgerEntry entry) implements NextFact {}

    /** Money sits at the gateway for a closed donation: send it back, then ask again. */
    record ReturnStray() implements NextFact {}

    /** The ledger says all that the gateway says. */
    record UpToDate() implements NextFact {}

    /** The gateway reports what cannot belong to this donation; a person has to look. */
    record Mismatch(String reason) implements NextFact {}
}
