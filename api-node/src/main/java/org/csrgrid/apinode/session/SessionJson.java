package org.csrgrid.apinode.session;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.session.Session;

/** Sessions as their owner sees them. */
public final class SessionJson {

    private SessionJson() {}

    /** @param current the id of the session that asks */
    public static void writeList(JsonGenerator json, List<Session> sessions, String current) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (Session session : sessions) {
            write(json, session, session.id().equals(current));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Session session, boolean current) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", session.id());
        json.writeBooleanField("current", current);
        json.writeStringField("device", session.device());
        json.writeStringField("address", session.address());
        Json.time(json, "createdAt", session.createdAt());
        Json.time(json, "lastSeenAt", session.lastSeenAt());
        Json.time(json, "endsAt", session.endsAt());
        json.writeEndObject();
    }
}
