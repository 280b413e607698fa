package org.csrgrid.apinode.auth;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.session.RefreshToken;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who signed in is given.
 *
 * @param device what the device shows at the next log-in; null for one that has it already
 * @param sessionEndsAt when the refresh token and all that follow it are worth nothing any more
 */
record IssuedTokens(
        String access,
        Duration life,
        RefreshToken refresh,
        Instant sessionEndsAt,
        @Nullable String device) {

    IssuedTokens onDevice(String token) {
        return new IssuedTokens(access, life, refresh, sessionEndsAt, token);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("accessToken", access);
        json.writeStringField("tokenType", "Bearer");
        json.writeNumberField("expiresIn", life.toSeconds());
        json.writeStringField("refreshToken", refresh.text());
        Json.time(json, "sessionEndsAt", sessionEndsAt);
        if (device != null) {
            json.writeStringField("deviceToken", device);
        }
        json.writeEndObject();
    }

    /** Never the tokens. */
    @Override
    public String toString() {
        return "IssuedTokens[…]";
    }
}
