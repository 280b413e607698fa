package org.csrgrid.grid.job;

import com.hazelcast.partition.PartitionAware;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csrgrid.domain.job.Job;

/** A job's key: it lives in the partition of what it is about. Its text is the job's public id. */
public record JobKey(String id, long affinity) implements PartitionAware<Long> {

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,19})-(.{1,%d})".formatted(2 * Job.ID_LIMIT));

    public static JobKey of(Job job) {
        return new JobKey(job.id(), job.affinity());
    }

    /** The key a public id stands for; empty if it is none. */
    public static Optional<JobKey> parse(String publicId) {
        Matcher parts = TEXT.matcher(publicId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JobKey(unescaped(parts.group(2)), Long.parseLong(parts.group(1))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    @Override
    public Long getPartitionKey() {
        return affinity;
    }

    @Override
    public String toString() {
        return affinity + "-" + escaped(id);
    }

    /** A slash would end a path's segment. */
    private static String escaped(String id) {
        return id.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String text) {
        return text.replace("~1", "/").replace("~0", "~");
    }
}
