package org.csrgrid.apinode.auth;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;

/** A user as the user sees it; never the password's hash. */
final class UserJson {

    private UserJson() {}

    static void write(JsonGenerator json, User user) throws IOException {
        json.writeStartObject();
        Json.id(json, "id", user.id());
        json.writeStringField("email", user.email());
        json.writeStringField("name", user.name());
        json.writeArrayFieldStart("roles");
        for (String role : roles(user)) {
            json.writeString(role);
        }
        json.writeEndArray();
        Json.text(json, "organizationId", user.organizationId() == 0 ? null : Long.toString(user.organizationId()));
        Json.text(json, "department", user.department());
        json.writeStringField("language", user.language());
        json.writeStringField("currency", user.currencyCode());
        Json.time(json, "createdAt", user.createdAt());
        json.writeEndObject();
    }

    private static List<String> roles(User user) {
        return user.roles().stream().map(Role::jsonName).sorted().toList();
    }
}
