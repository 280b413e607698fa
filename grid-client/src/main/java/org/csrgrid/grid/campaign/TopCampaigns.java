package org.csrgrid.grid.campaign;

import com.hazelcast.aggregation.Aggregator;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.csrgrid.domain.campaign.Campaign;

/**
 * Finds the first campaigns of a query. Every partition keeps only its own first ones, one more than the limit to see whether a next page exists, so
 * what travels does not grow with the number of campaigns.
 */
final class TopCampaigns implements Aggregator<Map.Entry<Long, Campaign>, CampaignPage> {

    private static final long serialVersionUID = 1L;

    private final CampaignQuery query;
    private final ArrayList<Campaign> found;

    TopCampaigns(CampaignQuery query, List<Campaign> found) {
        this.query = query;
        this.found = new ArrayList<>(found);
    }

    @Override
    public void accumulate(Map.Entry<Long, Campaign> entry) {
        if (query.matches(entry.getValue())) {
            found.add(entry.getValue());
            if (found.size() > 4 * (query.limit() + 1)) {
                trim();
            }
        }
    }

    @Override
    public void combine(Aggregator aggregator) {
        found.addAll(((TopCampaigns) aggregator).found);
        trim();
    }

    @Override
    public CampaignPage aggregate() {
        trim();
        if (found.size() <= query.limit()) {
            return new CampaignPage(found, null);
        }
        List<Campaign> page = found.subList(0, query.limit());
        return new CampaignPage(page, query.positionAfter(page.getLast()));
    }

    private void trim() {
        found.sort(Comparator.comparing(query.sort()::positionOf));
        if (found.size() > query.limit() + 1) {
            found.subList(query.limit() + 1, found.size()).clear();
        }
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
            top.trim();
            writer.writeCompact("query", top.query);
            writer.writeArrayOfCompact("found", top.found.toArray(Campaign[]::new));
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
