package org.csrgrid.grid.ledger;

import org.csrgrid.grid.cluster.MemberCall;

/** Reads the ledger entry that holds a guard from the database. */
public record FindByGuard(String guard) implements MemberCall<FoundEntry> {}
