package org.csrgrid.domain.campaign;

/** What became of a change to a campaign. */
public sealed interface CampaignChange {

    record Changed(Campaign campaign) implements CampaignChange {}

    /** Nothing was changed. */
    record NotAllowed(CampaignStatus from, CampaignStatus to) implements CampaignChange {}

    record NotFound() implements CampaignChange {}

    /** Somebody else changed the campaign since the caller read it. */
    record VersionMismatch(long currentVersion) implements CampaignChange {}
}
