package org.csrgrid.apinode.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/** What somebody asks for a log-in with. */
record RegisterRequest(String email, String name, String language) {

    @JsonCreator
    static RegisterRequest of(
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("language") @Nullable String language) {
        var violations = new Violations();
        var request = new RegisterRequest(
                Texts.email(violations, "/email", email),
                violations.text("/name", name, Texts.NAME_LIMIT),
                Texts.language(violations, "/language", language));
        violations.refuse();
        return request;
    }

    /** None of it. */
    @Override
    public String toString() {
        return "RegisterRequest[…]";
    }
}
