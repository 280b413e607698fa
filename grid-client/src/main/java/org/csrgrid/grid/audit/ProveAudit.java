package org.csrgrid.grid.audit;

import org.csrgrid.grid.cluster.MemberCall;

/** Proves that an entry, as it is in the database now, is part of what was sealed. */
public record ProveAudit(long id) implements MemberCall<FoundProof> {}
