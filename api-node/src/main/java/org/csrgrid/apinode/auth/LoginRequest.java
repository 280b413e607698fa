package org.csrgrid.apinode.auth;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/** What somebody signs in with. */
record LoginRequest(String email, String password) {

    private static final int EMAIL_LIMIT = 320;
    private static final int PASSWORD_LIMIT = 1_000;

    @JsonCreator
    static LoginRequest of(
            @JsonProperty("email") @Nullable String email, @JsonProperty("password") @Nullable String password) {
        var violations = new Violations();
        var request = new LoginRequest(
                violations.text("/email", email, EMAIL_LIMIT), violations.text("/password", password, PASSWORD_LIMIT));
        violations.refuse();
        return request;
    }

    /** Neither the address nor the password. */
    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}
