package org.csrgrid.grid.job.directory;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.job.DurationHistogram;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.grid.wire.WireTypes;

/** What travels when somebody looks for jobs or acts on them. */
public final class DirectoryWireTypes {

    private DirectoryWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        var serializers = new ArrayList<>(WireTypes.records(List.of(
                GetJob.class,
                ArchivedJob.class,
                JobAction.Retry.class,
                JobAction.Cancel.class,
                JobAction.Snooze.class,
                JobAction.Forget.class,
                ActOnJob.class,
                ForgetStoredJob.class,
                JobChange.Changed.class,
                JobChange.Forgotten.class,
                JobChange.NotPossible.class,
                JobChange.JobNotFound.class,
                JobFiguresCall.class,
                MemberFigures.class,
                ChannelFigures.class,
                DurationHistogram.class,
                ChannelBacklog.class,
                Backlogs.class,
                ReadControls.class,
                Controls.class,
                ControlledChannel.class)));
        serializers.add(new CountBacklog.Serializer());
        return serializers;
    }
}
