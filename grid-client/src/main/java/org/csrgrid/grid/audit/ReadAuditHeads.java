package org.csrgrid.grid.audit;

import org.csrgrid.grid.cluster.MemberCall;

/**
 * Reads heads in their order.
 *
 * @param after only those with a larger number
 * @param limit at least 1
 */
public record ReadAuditHeads(long after, int limit) implements MemberCall<AuditHeads> {}
