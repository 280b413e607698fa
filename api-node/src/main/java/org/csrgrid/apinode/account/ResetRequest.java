package org.csrgrid.apinode.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/** What somebody chooses another password with. */
record ResetRequest(String token, String newPassword) {

    @JsonCreator
    static ResetRequest of(
            @JsonProperty("token") @Nullable String token, @JsonProperty("newPassword") @Nullable String newPassword) {
        var violations = new Violations();
        var request = new ResetRequest(
                violations.text("/token", token, Texts.SECRET_LIMIT),
                violations.text("/newPassword", newPassword, Texts.PASSWORD_LIMIT));
        violations.refuse();
        return request;
    }

    /** None of it. */
    @Override
    public String toString() {
        return "ResetRequest[…]";
    }
}
