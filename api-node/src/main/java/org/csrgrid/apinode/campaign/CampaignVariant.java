package org.csrgrid.apinode.campaign;

/**
 * Which of a campaign's representations.
 *
 * @param runs for somebody who may run it, with every translation and the decision
 * @param brief for lists, without the description
 */
record CampaignVariant(String language, boolean runs, boolean brief) {}
