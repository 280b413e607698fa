package org.csrgrid.apinode.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.csrgrid.apinode.http.Violations;
import org.csrgrid.grid.job.directory.ControlAction;
import org.jspecify.annotations.Nullable;

/** Other numbers of workers for a channel, on every member. */
record LimitRequest(int workersMin, int workersMax) {

    @JsonCreator
    static LimitRequest of(
            @JsonProperty("workersMin") @Nullable Integer workersMin,
            @JsonProperty("workersMax") @Nullable Integer workersMax) {
        var violations = new Violations();
        int most = violations.required("/workersMax", workersMax, 1);
        int least = violations.required("/workersMin", workersMin, 0);
        if (most < 1 || most > ControlAction.Limit.MOST_WORKERS) {
            violations.add("/workersMax", "expected: 1..%d".formatted(ControlAction.Limit.MOST_WORKERS));
        }
        if (least < 0 || least > most) {
            violations.add("/workersMin", "expected: 0..workersMax");
        }
        violations.refuse();
        return new LimitRequest(least, most);
    }
}
