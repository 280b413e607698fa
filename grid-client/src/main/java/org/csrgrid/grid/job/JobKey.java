package org.csrgrid.grid.job;

import com.hazelcast.partition.PartitionAware;
import java.util.Optional;
import org.csrgrid.domain.job.Job;

/** A job's key: it lives in the partition of what it is about. The id alone determines the affinity. */
public record JobKey(String id, long affinity) implements PartitionAware<Long> {

    private static final int RADIX = 36;

    public static JobKey of(Job job) {
        return new JobKey(job.id(), job.affinity());
    }

    /** The key of a job's public id; empty if it cannot be one. */
    public static Optional<JobKey> parse(String publicId) {
        int dash = publicId.indexOf('-');
        String id = unescaped(publicId.substring(dash + 1));
        if (dash < 1 || id.isEmpty() || id.length() > Job.ID_LIMIT) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JobKey(id, Long.parseUnsignedLong(publicId.substring(0, dash), RADIX)));
        } catch (NumberFormatException unfit) {
            return Optional.empty();
        }
    }

    @Override
    public Long getPartitionKey() {
        return affinity;
    }

    /** The job's public id, which names affinity and id. */
    @Override
    public String toString() {
        return Long.toUnsignedString(affinity, RADIX) + "-" + escaped(id);
    }

    /** A slash would end a path's segment. */
    private static String escaped(String id) {
        return id.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String text) {
        return text.replace("~1", "/").replace("~0", "~");
    }
}
