package org.csrgrid.domain.job;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job's attempts left for people and for the next attempt.
 *
 * @param cursor where the next attempt goes on, in the handler's own words; null from the beginning
 * @param log the latest lines, oldest first
 */
public record JobTrace(
        @Nullable JobProgress progress, @Nullable String cursor, List<String> log) {

    public static final JobTrace EMPTY = new JobTrace(null, null, List.of());

    private static final int LINES = 50;
    private static final int LINE_LIMIT = 500;

    public JobTrace {
        log = List.copyOf(requireNonNull(log, "log is null"));
    }

    public JobTrace withProgress(JobProgress now) {
        return new JobTrace(now, cursor, log);
    }

    public JobTrace withCursor(@Nullable String next) {
        return new JobTrace(progress, next, log);
    }

    /** Adds lines, cut to 500 characters; of all lines the last 50 stay. */
    public JobTrace withLines(List<String> lines) {
        var all = new ArrayList<>(log);
        lines.forEach(line -> all.add(line.length() <= LINE_LIMIT ? line : line.substring(0, LINE_LIMIT)));
        return new JobTrace(progress, cursor, all.subList(Math.max(0, all.size() - LINES), all.size()));
    }
}
