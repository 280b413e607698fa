package org.csrgrid.apinode.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.grid.audit.AuditHeads;
import org.csrgrid.grid.audit.AuditPage;
import org.csrgrid.grid.audit.InclusionProof;
import org.csrgrid.grid.audit.ListedEntry;
import org.jspecify.annotations.Nullable;

/** Entries, proofs and heads as auditors see them. What is hashed or signed is sent as the text it was hashed or signed as. */
final class AuditJson {

    private AuditJson() {}

    static void page(JsonGenerator json, AuditPage page, @Nullable String next) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (ListedEntry listed : page.entries()) {
            write(json, listed);
        }
        json.writeEndArray();
        Json.text(json, "next", next);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ListedEntry listed) throws IOException {
        AuditEntry entry = listed.entry();
        json.writeStartObject();
        Json.id(json, "id", entry.id());
        Json.time(json, "at", entry.at());
        Json.text(json, "actorId", entry.actorId() == 0 ? null : Long.toString(entry.actorId()));
        json.writeStringField("action", entry.action());
        json.writeStringField("outcome", entry.outcome().jsonName());
        json.writeStringField("objectType", entry.objectType());
        Json.text(json, "objectId", filled(entry.objectId()));
        Json.text(json, "address", filled(entry.address()));
        Json.text(json, "requestId", filled(entry.requestId()));
        Json.text(json, "beforeHash", entry.before());
        Json.text(json, "afterHash", entry.after());
        Json.text(json, "position", listed.position() == 0 ? null : Long.toString(listed.position()));
        json.writeEndObject();
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    static void proof(JsonGenerator json, InclusionProof proof) throws IOException {
        json.writeStartObject();
        json.writeStringField("entry", proof.canonical());
        json.writeStringField("position", Long.toString(proof.position()));
        json.writeNumberField("index", proof.index());
        json.writeNumberField("size", proof.head().head().entries());
        json.writeArrayFieldStart("path");
        for (String hash : proof.path()) {
            json.writeString(hash);
        }
        json.writeEndArray();
        json.writeFieldName("head");
        write(json, proof.head());
        json.writeEndObject();
    }

    static void heads(JsonGenerator json, AuditHeads heads) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (SignedHead head : heads.heads()) {
            write(json, head);
        }
        json.writeEndArray();
        json.writeStringField("newest", Long.toString(heads.newest()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SignedHead signed) throws IOException {
        json.writeStartObject();
        json.writeStringField("number", Long.toString(signed.head().number()));
        json.writeStringField("head", signed.head().canonical());
        json.writeStringField("hash", signed.head().hash());
        json.writeStringField("publicKey", signed.publicKey());
        json.writeStringField("signature", signed.signature());
        json.writeEndObject();
    }
}
