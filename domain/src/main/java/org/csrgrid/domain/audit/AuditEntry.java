package org.csrgrid.domain.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did something. Nothing in it is personal but ids and the address, and nothing is secret.
 *
 * @param at to the microsecond
 * @param actorId the user, or 0 for somebody not signed in and for the system
 * @param action stable name such as {@code campaign.approved}
 * @param objectType what it was done to, such as {@code campaign}; may be empty
 * @param objectId which one; may be empty
 * @param address where the request came from; empty for what a ledger entry states
 * @param requestId id of the request, as in the log; empty for what a ledger entry states
 * @param before SHA-256 of the object's state before, in hexadecimal
 * @param after the same after
 */
public record AuditEntry(
        long id,
        Instant at,
        long actorId,
        String action,
        AuditOutcome outcome,
        String objectType,
        String objectId,
        String address,
        String requestId,
        @Nullable String before,
        @Nullable String after) {

    /** Longest action, object and address. */
    public static final int LIMIT = 64;

    public AuditEntry {
        requireNonNull(at, "at is null");
        requireNonNull(outcome, "outcome is null");
        action = cut(action);
        objectType = cut(objectType);
        objectId = cut(objectId);
        address = cut(address);
        requestId = cut(requestId);
    }

    private static String cut(String text) {
        return text.length() > LIMIT ? text.substring(0, LIMIT) : text;
    }

    /** The one text that is hashed: canonical JSON with every number as a text. */
    public String canonical() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("id", Long.toString(id));
        members.put("at", Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        members.put("actor", Long.toString(actorId));
        members.put("action", action);
        members.put("outcome", outcome.jsonName());
        members.put("objectType", objectType);
        members.put("objectId", objectId);
        members.put("address", address);
        members.put("request", requestId);
        members.put("before", before);
        members.put("after", after);
        return CanonicalJson.of(members);
    }
}
