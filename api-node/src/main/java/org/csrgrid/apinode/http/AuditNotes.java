package org.csrgrid.apinode.http;

import io.helidon.webserver.http.ServerRequest;
import org.csrgrid.domain.audit.StateHash;
import org.jspecify.annotations.Nullable;

/** What only a handler knows of what is audited. Handlers add to the notes of their request; without an audit trail nobody reads them. */
public final class AuditNotes {

    private long actorId;
    private String objectType = "";
    private String objectId = "";
    private @Nullable String before;
    private @Nullable String after;

    /** @param actorId who asks, or 0 */
    public AuditNotes(long actorId) {
        this.actorId = actorId;
    }

    public static AuditNotes of(ServerRequest request) {
        return request.context().get(AuditNotes.class).orElseGet(() -> new AuditNotes(0));
    }

    /** Somebody who was not known when the request came. */
    public AuditNotes actor(long userId) {
        actorId = userId;
        return this;
    }

    /** What it is done to, where the path does not say. */
    public AuditNotes object(String type, String id) {
        objectType = type;
        objectId = id;
        return this;
    }

    public AuditNotes before(Record state) {
        before = StateHash.of(state);
        return this;
    }

    public AuditNotes after(Record state) {
        after = StateHash.of(state);
        return this;
    }

    public long actorId() {
        return actorId;
    }

    public String objectType() {
        return objectType;
    }

    public String objectId() {
        return objectId;
    }

    public @Nullable String before() {
        return before;
    }

    public @Nullable String after() {
        return after;
    }
}
