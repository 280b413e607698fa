package org.csrgrid.grid.campaign;

import org.csrgrid.domain.campaign.CampaignTotals;

/** A campaign's totals around one counting. */
public record TotalsChange(CampaignTotals before, CampaignTotals after) {}
