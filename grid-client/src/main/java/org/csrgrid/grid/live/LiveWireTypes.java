package org.csrgrid.grid.live;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.grid.wire.WireTypes;

/** What travels as it happens. */
public final class LiveWireTypes {

    private LiveWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(
                AdminNews.class,
                CampaignMoved.class,
                DonationMoved.class,
                JobMoved.class,
                MilestoneReached.class,
                TotalsMoved.class));
    }
}
