package org.csrgrid.grid.campaign;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.CampaignChange;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.PledgeDecision;
import org.csrgrid.domain.campaign.PledgeLimits;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/**
 * Campaigns and their totals. What a campaign says is written through to the database before a change is answered; totals are what
 * their owner says, or, where the client keeps them near, were some milliseconds ago.
 * Every method throws {@link org.csrgrid.grid.cluster.GridUnavailableException} when the grid does not answer. Safe for use by many threads.
 */
public final class CampaignGrid {

    private final IMap<Long, Campaign> campaigns;
    private final IMap<Long, CampaignTotals> totals;

    public CampaignGrid(HazelcastInstance grid) {
        campaigns = grid.getMap(GridMaps.CAMPAIGNS);
        totals = grid.getMap(GridMaps.CAMPAIGN_TOTALS);
    }

    public Optional<Campaign> find(long id) {
        return Optional.ofNullable(GridCalls.repeatable(() -> campaigns.get(id)));
    }

    public Optional<CampaignTotals> totals(long id) {
        return Optional.ofNullable(GridCalls.repeatable(() -> totals.get(id)));
    }

    public Map<Long, CampaignTotals> totals(Collection<Long> ids) {
        return GridCalls.repeatable(() -> totals.getAll(Set.copyOf(ids)));
    }

    /** Adds a new campaign unless its id is taken, which leaves what is there; so a repeat is harmless even after changes. Durable when it returns. */
    public void create(Campaign campaign) {
        GridCalls.repeatable(() -> campaigns.executeOnKey(campaign.id(), new AddCampaign(campaign)));
    }

    /** @param expectedVersion the version the caller saw; any other answers {@link CampaignChange.VersionMismatch} */
    public CampaignChange change(long id, long expectedVersion, CampaignAction action, Instant now) {
        return GridCalls.repeatable(() -> campaigns.executeOnKey(id, new ChangeCampaign(expectedVersion, action, now)));
    }

    public CampaignChange edit(long id, long expectedVersion, CampaignContent content, Instant now) {
        return GridCalls.repeatable(() -> campaigns.executeOnKey(id, new EditCampaign(expectedVersion, content, now)));
    }

    public PledgeDecision decide(long id, Money pledge, PledgeLimits limits, Instant now) {
        return GridCalls.repeatable(() -> campaigns.executeOnKey(id, new DecidePledge(pledge, limits, now)));
    }

    /** Campaigns in order, without those the viewer may not see. Reads every member's memory and never the database. */
    public CampaignPage list(CampaignQuery query) {
        return GridCalls.repeatable(() -> campaigns.aggregate(new TopCampaigns(query, List.of())));
    }
}
