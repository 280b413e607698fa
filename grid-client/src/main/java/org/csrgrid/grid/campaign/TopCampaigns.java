package org.csrgrid.grid.campaign;

import com.hazelcast.aggregation.Aggregator;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.csrgrid.domain.campaign.Campaign;

/**
 * Finds the first campaigns of a query. Every partition keeps only its own first ones, one more than the limit to see whether a next page exists, so
 * what travels does not grow with the number of campaigns. Synchronized because a member uses one instance on several threads while partitions migrate.
 */
final class TopCampaigns implements Aggregator<Map.Entry<Long, Campaign>, CampaignPage> {

    private static final long serialVersionUID = 1L;

    private final CampaignQuery query;
    private final TreeMap<CampaignPosition, Campaign> found = new TreeMap<>();

    TopCampaigns(CampaignQuery query, List<Campaign> found) {
        this.query = query;
        found.forEach(this::keep);
    }

    @Override
    public synchronized void accumulate(Map.Entry<Long, Campaign> entry) {
        if (query.matches(entry.getValue())) {
            keep(entry.getValue());
        }
    }

    @Override
    public synchronized void combine(Aggregator aggregator) {
        ((TopCampaigns) aggregator).found().forEach(this::keep);
    }

    @Override
    public synchronized CampaignPage aggregate() {
        List<Campaign> all = found();
        if (all.size() <= query.limit()) {
            return new CampaignPage(all, null);
        }
        List<Campaign> page = all.subList(0, query.limit());
        return new CampaignPage(page, query.positionAfter(page.getLast()));
    }

    private void keep(Campaign campaign) {
        found.put(query.sort().positionOf(campaign), campaign);
        if (found.size() > query.limit() + 1) {
            found.pollLastEntry();
        }
    }

    private synchronized List<Campaign> found() {
        return List.copyOf(found.values());
    }

    /** Written by hand because an aggregator, unlike everything else that travels, is no record. */
    static final class Serializer implements CompactSerializer<TopCampaigns> {

        @Override
        public TopCampaigns read(CompactReader reader) {
            CampaignQuery query = Objects.requireNonNull(reader.readCompact("query"));
            return new TopCampaigns(
                    query, List.of(Objects.requireNonNull(reader.readArrayOfCompact("found", Campaign.class))));
        }

        @Override
        public void write(CompactWriter writer, TopCampaigns top) {
            writer.writeCompact("query", top.query);
            writer.writeArrayOfCompact("found", top.found().toArray(Campaign[]::new));
        }

        @Override
        public String getTypeName() {
            return "TopCampaigns";
        }

        @Override
        public Class<TopCampaigns> getCompactClass() {
            return TopCampaigns.class;
        }
    }
}
