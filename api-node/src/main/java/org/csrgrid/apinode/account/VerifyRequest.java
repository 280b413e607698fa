package org.csrgrid.apinode.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/** What somebody begins their log-in with. */
record VerifyRequest(String token, String password) {

    @JsonCreator
    static VerifyRequest of(
            @JsonProperty("token") @Nullable String token, @JsonProperty("password") @Nullable String password) {
        var violations = new Violations();
        var request = new VerifyRequest(
                violations.text("/token", token, Texts.SECRET_LIMIT),
                violations.text("/password", password, Texts.PASSWORD_LIMIT));
        violations.refuse();
        return request;
    }

    /** None of it. */
    @Override
    public String toString() {
        return "VerifyRequest[…]";
    }
}
