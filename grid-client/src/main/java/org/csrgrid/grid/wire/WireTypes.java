package org.csrgrid.grid.wire;

import com.hazelcast.config.CompactSerializationConfig;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.grid.analytics.AnalyticsWireTypes;
import org.csrgrid.grid.audit.AuditWireTypes;
import org.csrgrid.grid.cache.CacheWireTypes;
import org.csrgrid.grid.campaign.CampaignWireTypes;
import org.csrgrid.grid.creation.CreationWireTypes;
import org.csrgrid.grid.donation.DonationWireTypes;
import org.csrgrid.grid.job.JobWireTypes;
import org.csrgrid.grid.job.batch.BatchWireTypes;
import org.csrgrid.grid.job.directory.DirectoryWireTypes;
import org.csrgrid.grid.job.filter.FilterWireTypes;
import org.csrgrid.grid.job.schedule.ScheduleWireTypes;
import org.csrgrid.grid.lock.LockWireTypes;
import org.csrgrid.grid.session.SessionWireTypes;

/** Every type that travels between nodes. One that is missing here does not travel: both sides allow nothing else. */
public final class WireTypes {

    private WireTypes() {}

    /** Adds the serializers to a member's or a client's configuration. */
    public static void register(CompactSerializationConfig config) {
        serializers().forEach(config::addSerializer);
    }

    /** All serializers; type names are unique. */
    public static List<CompactSerializer<?>> serializers() {
        var all = new ArrayList<CompactSerializer<?>>();
        all.addAll(AnalyticsWireTypes.serializers());
        all.addAll(AuditWireTypes.serializers());
        all.addAll(CacheWireTypes.serializers());
        all.addAll(CampaignWireTypes.serializers());
        all.addAll(CreationWireTypes.serializers());
        all.addAll(DonationWireTypes.serializers());
        all.addAll(JobWireTypes.serializers());
        all.addAll(DirectoryWireTypes.serializers());
        all.addAll(BatchWireTypes.serializers());
        all.addAll(FilterWireTypes.serializers());
        all.addAll(ScheduleWireTypes.serializers());
        all.addAll(LockWireTypes.serializers());
        all.addAll(SessionWireTypes.serializers());
        return all;
    }

    /** Serializers of records, named by their simple class names. */
    public static List<CompactSerializer<?>> records(List<Class<? extends Record>> types) {
        var serializers = new ArrayList<CompactSerializer<?>>();
        for (Class<? extends Record> type : types) {
            Class<?> outer = type.getEnclosingClass();
            serializers.add(RecordSerializer.of(
                    type, outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName()));
        }
        return serializers;
    }
}
