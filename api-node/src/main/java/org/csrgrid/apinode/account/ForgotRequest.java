package org.csrgrid.apinode.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/** Whose password is to be reset. */
record ForgotRequest(String email) {

    @JsonCreator
    static ForgotRequest of(@JsonProperty("email") @Nullable String email) {
        var violations = new Violations();
        var request = new ForgotRequest(Texts.email(violations, "/email", email));
        violations.refuse();
        return request;
    }

    /** None of it. */
    @Override
    public String toString() {
        return "ForgotRequest[…]";
    }
}
