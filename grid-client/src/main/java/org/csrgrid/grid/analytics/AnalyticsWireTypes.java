package org.csrgrid.grid.analytics;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.grid.wire.WireTypes;

/** What travels for analytics. */
public final class AnalyticsWireTypes {

    private AnalyticsWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(
                ReadCampaignStatistics.class,
                CampaignStatistics.class,
                CampaignStatistics.Tally.class,
                ReadWidget.class,
                WidgetData.class,
                WidgetData.Series.class,
                WidgetData.Point.class));
    }
}
