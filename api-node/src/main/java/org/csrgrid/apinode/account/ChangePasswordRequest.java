package org.csrgrid.apinode.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/** What somebody who is signed in changes their password with. */
record ChangePasswordRequest(String currentPassword, String newPassword) {

    @JsonCreator
    static ChangePasswordRequest of(
            @JsonProperty("currentPassword") @Nullable String currentPassword,
            @JsonProperty("newPassword") @Nullable String newPassword) {
        var violations = new Violations();
        var request = new ChangePasswordRequest(
                violations.text("/currentPassword", currentPassword, Texts.PASSWORD_LIMIT),
                violations.text("/newPassword", newPassword, Texts.PASSWORD_LIMIT));
        violations.refuse();
        return request;
    }

    /** None of it. */
    @Override
    public String toString() {
        return "ChangePasswordRequest[…]";
    }
}
