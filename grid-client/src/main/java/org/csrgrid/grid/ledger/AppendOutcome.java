package org.csrgrid.grid.ledger;

/** What became of an entry that was to be appended. */
public sealed interface AppendOutcome {

    /** It is durable. */
    record Appended() implements AppendOutcome {}

    /** Another entry has its guard or its place; read the ledger to learn which. */
    record Duplicate() implements AppendOutcome {}
}
