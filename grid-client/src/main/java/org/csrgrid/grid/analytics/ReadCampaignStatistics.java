package org.csrgrid.grid.analytics;

import java.time.Instant;
import org.csrgrid.grid.cluster.MemberCall;

/** Computes a campaign's statistics from the ledger. */
public record ReadCampaignStatistics(long campaignId, Instant now) implements MemberCall<CampaignStatistics> {}
