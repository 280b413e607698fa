package org.csrgrid.grid.donation;

import org.csrgrid.grid.cluster.MemberCall;

/**
 * Lists donations, newest first. Complete as of every acknowledged pledge, because it reads the ledger.
 *
 * @param donorId 0 means any
 * @param campaignId 0 means any
 * @param beforeId only donations with a smaller id, or {@link Long#MAX_VALUE} for the first page
 * @param limit at least 1
 */
public record ListDonations(long donorId, long campaignId, long beforeId, int limit)
        implements MemberCall<DonationPage> {}
