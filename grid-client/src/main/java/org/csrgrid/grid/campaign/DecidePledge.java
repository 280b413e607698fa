package org.csrgrid.grid.campaign;

import com.hazelcast.core.ReadOnly;
import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.PledgeDecision;
import org.csrgrid.domain.campaign.PledgeLimits;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** Asks a campaign whether it takes a pledge. Changes nothing, so it never reaches a backup; a repeat is harmless. */
public record DecidePledge(Money amount, PledgeLimits limits, Instant now)
        implements EntryProcessor<Long, Campaign, PledgeDecision>, ReadOnly {

    @Override
    public PledgeDecision process(Map.Entry<Long, Campaign> entry) {
        return switch (entry.getValue()) {
            case null -> new PledgeDecision.CampaignNotFound();
            case Campaign campaign -> campaign.decide(amount, limits, now);
        };
    }

    @Override
    public @Nullable EntryProcessor<Long, Campaign, PledgeDecision> getBackupProcessor() {
        return null;
    }
}
