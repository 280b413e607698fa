package org.csrgrid.grid.audit;

import java.time.Instant;
import org.csrgrid.domain.audit.AuditOutcome;
import org.csrgrid.grid.cluster.MemberCall;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries, newest first. What is null, and an actor of -1, is any.
 *
 * @param actorId of ledger entries only those are found that are about the actor's own donations
 * @param from not before
 * @param until before
 * @param beforeAt with {@code beforeId} where the page before ended
 * @param limit at least 1
 */
public record AuditSearch(
        long actorId,
        @Nullable String action,
        @Nullable AuditOutcome outcome,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant beforeAt,
        long beforeId,
        int limit)
        implements MemberCall<AuditPage> {

    public static final long ANYBODY = -1;
}
