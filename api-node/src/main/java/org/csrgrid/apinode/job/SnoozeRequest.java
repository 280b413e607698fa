package org.csrgrid.apinode.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/** When a job shall run instead; a time in the past means now. */
record SnoozeRequest(Instant until) {

    @JsonCreator
    static SnoozeRequest of(@JsonProperty("until") @Nullable String until) {
        var violations = new Violations();
        Instant time = violations.time("/until", until);
        violations.refuse();
        return new SnoozeRequest(time);
    }
}
