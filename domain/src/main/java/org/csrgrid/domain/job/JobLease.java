package org.csrgrid.domain.job;

import java.time.Instant;

/**
 * Who runs a job.
 *
 * @param worker the member's UUID
 * @param token fences off a worker that lost the lease: every grant has a larger one
 */
public record JobLease(String worker, long token, Instant until) {}
