package org.csrgrid.apinode.auth;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signs in with.
 *
 * @param deviceToken what an earlier log-in on the same device gave, if the device kept it
 */
record LoginRequest(String email, String password, Optional<String> deviceToken) {

    private static final int EMAIL_LIMIT = 320;
    private static final int PASSWORD_LIMIT = 1_000;
    private static final int DEVICE_LIMIT = 200;

    @JsonCreator
    static LoginRequest of(
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("password") @Nullable String password,
            @JsonProperty("deviceToken") @Nullable String deviceToken) {
        var violations = new Violations();
        var request = new LoginRequest(
                violations.text("/email", email, EMAIL_LIMIT),
                violations.text("/password", password, PASSWORD_LIMIT),
                Optional.ofNullable(violations.optionalText("/deviceToken", deviceToken, DEVICE_LIMIT)));
        violations.refuse();
        return request;
    }

    /** Neither the address nor the password. */
    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}
