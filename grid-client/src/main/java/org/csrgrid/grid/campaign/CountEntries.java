package org.csrgrid.grid.campaign;

import com.hazelcast.map.EntryProcessor;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.TotalsEntry;
import org.jspecify.annotations.Nullable;

/**
 * Takes ledger entries of one donation into its campaign's totals. Atomic over the campaign's totals; entries it already contains are skipped, so a
 * repeat is harmless until {@link ForgetEntries} says that the donation records them as counted.
 *
 * @return the totals before and after; absent if the campaign does not exist
 */
public record CountEntries(List<TotalsEntry> entries)
        implements EntryProcessor<Long, CampaignTotals, @Nullable TotalsChange> {

    public CountEntries {
        entries = List.copyOf(entries);
    }

    @Override
    public @Nullable TotalsChange process(Map.Entry<Long, CampaignTotals> entry) {
        CampaignTotals before = entry.getValue();
        if (before == null) {
            return null;
        }
        CampaignTotals after = before.count(entries);
        // Also when nothing is new: a repeat comes when a backup did not answer, and has to reach it.
        entry.setValue(after);
        return new TotalsChange(before, after);
    }
}
