package org.csrgrid.apinode.organization;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Languages;
import org.csrgrid.domain.organization.Organization;

/** An organization as everybody sees it. */
final class OrganizationJson {

    private OrganizationJson() {}

    static void write(JsonGenerator json, Organization organization, List<String> preferred) throws IOException {
        String language = Languages.choose(preferred, organization.mission());
        json.writeStartObject();
        Json.id(json, "id", organization.id());
        json.writeStringField("name", organization.name());
        json.writeStringField("language", language);
        json.writeStringField("mission", organization.mission().in(language));
        json.writeStringField("registrationNumber", organization.registrationNumber());
        json.writeStringField("category", organization.category());
        json.writeStringField("country", organization.country());
        json.writeStringField("city", organization.city());
        Json.text(json, "website", organization.website());
        Json.text(json, "email", organization.email());
        json.writeStringField("status", organization.status().jsonName());
        Json.time(json, "createdAt", organization.createdAt());
        Json.time(json, "updatedAt", organization.updatedAt());
        json.writeObjectFieldStart("links");
        json.writeStringField("self", "/api/v1/organizations/" + organization.id());
        json.writeStringField("campaigns", "/api/v1/campaigns?organization=" + organization.id());
        json.writeEndObject();
        json.writeEndObject();
    }
}
