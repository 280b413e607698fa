package org.csrgrid.apinode.auth;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/** What the next access token is asked for with. */
record RefreshRequest(String refreshToken) {

    private static final int LIMIT = 200;

    @JsonCreator
    static RefreshRequest of(@JsonProperty("refreshToken") @Nullable String refreshToken) {
        var violations = new Violations();
        var request = new RefreshRequest(violations.text("/refreshToken", refreshToken, LIMIT));
        violations.refuse();
        return request;
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}
