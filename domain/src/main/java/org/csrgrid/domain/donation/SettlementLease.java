package org.csrgrid.domain.donation;

import java.time.Instant;

/**
 * The right to move a donation forward. At most one worker holds it; a later holder's token is larger, so the write of a worker that lost it is refused.
 *
 * @param token grows by one with every grant
 * @param until when another worker may take over
 */
public record SettlementLease(long token, Instant until) {}
