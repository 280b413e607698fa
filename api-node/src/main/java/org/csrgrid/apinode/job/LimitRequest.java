package org.csrgrid.apinode.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/** How many workers a member has for a channel at most; 0 leaves it to the settings. */
record LimitRequest(int workersMax) {

    private static final int MOST_WORKERS = 256;

    @JsonCreator
    static LimitRequest of(@JsonProperty("workersMax") @Nullable Integer workersMax) {
        var violations = new Violations();
        int most = violations.required("/workersMax", workersMax, 0);
        if (most < 0 || most > MOST_WORKERS) {
            violations.add("/workersMax", "expected: 0..%d".formatted(MOST_WORKERS));
        }
        violations.refuse();
        return new LimitRequest(most);
    }
}
