package org.csrgrid.apinode.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.apinode.http.Violations;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.grid.job.directory.BulkKind;
import org.jspecify.annotations.Nullable;

/** The same for all jobs that fit a filter. Which ones has to be said, so that nobody means all by leaving it out. */
record BulkRequest(BulkKind action, String filter) {

    private static final Map<String, BulkKind> ACTIONS =
            Arrays.stream(BulkKind.values()).collect(Collectors.toMap(BulkKind::jsonName, Function.identity()));

    @JsonCreator
    static BulkRequest of(
            @JsonProperty("action") @Nullable String action, @JsonProperty("filter") @Nullable String filter) {
        var violations = new Violations();
        BulkKind wanted = violations.oneOf("/action", action, ACTIONS, BulkKind.RETRY);
        String jobs = violations.text("/filter", filter, JobFilter.LIMIT - 100);
        violations.refuse();
        return new BulkRequest(wanted, jobs);
    }
}
