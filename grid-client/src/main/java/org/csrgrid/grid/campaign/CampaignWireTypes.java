package org.csrgrid.grid.campaign;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.CampaignChange;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.Decision;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.campaign.PledgeDecision;
import org.csrgrid.domain.campaign.PledgeLimits;
import org.csrgrid.domain.campaign.TotalsEntry;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.domain.user.User;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about campaigns, organizations and the people who run them. */
public final class CampaignWireTypes {

    private CampaignWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        var serializers = new ArrayList<>(WireTypes.records(List.of(
                Money.class,
                ExchangeRate.class,
                LocalizedText.class,
                Matching.class,
                Decision.class,
                CampaignContent.class,
                Campaign.class,
                CampaignTotals.class,
                TotalsEntry.class,
                PledgeLimits.class,
                PledgeDecision.Allowed.class,
                PledgeDecision.CampaignNotFound.class,
                PledgeDecision.CampaignClosed.class,
                PledgeDecision.NotStarted.class,
                PledgeDecision.Ended.class,
                PledgeDecision.OutsideLimits.class,
                CampaignAction.Submit.class,
                CampaignAction.Approve.class,
                CampaignAction.Reject.class,
                CampaignAction.Pause.class,
                CampaignAction.Resume.class,
                CampaignAction.Complete.class,
                CampaignAction.Cancel.class,
                CampaignChange.Changed.class,
                CampaignChange.NotAllowed.class,
                CampaignChange.NotFound.class,
                CampaignChange.VersionMismatch.class,
                Organization.class,
                User.class,
                Viewer.class,
                DecidePledge.class,
                AddCampaign.class,
                ChangeCampaign.class,
                EditCampaign.class,
                CountEntries.class,
                ForgetEntries.class,
                TotalsChange.class,
                CampaignQuery.class,
                CampaignPosition.class,
                CampaignPage.class)));
        serializers.add(new TopCampaigns.Serializer());
        return serializers;
    }
}
