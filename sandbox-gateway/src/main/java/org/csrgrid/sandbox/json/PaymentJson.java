package org.csrgrid.sandbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.csrgrid.sandbox.payment.Dispute;
import org.csrgrid.sandbox.payment.Payment;
import org.csrgrid.sandbox.payment.Refund;
import org.csrgrid.sandbox.simulation.Event;
import org.jspecify.annotations.Nullable;

/** Payments, refunds, disputes and events as the outside sees them. */
public final class PaymentJson {
    private final Supplier<URI> publicUri;

    /**
     * Links start with {@code publicUri}.
     *
     * @param publicUri asked at each use, because the port may be known only once the server listens
     */
    public PaymentJson(Supplier<URI> publicUri) {
        this.publicUri = publicUri;
    }

    public byte[] payment(Payment payment) {
        return Json.bytes(generator -> write(generator, payment));
    }

    public byte[] refund(Refund refund) {
        return Json.bytes(generator -> write(generator, refund));
    }

    public byte[] dispute(Dispute dispute) {
        return Json.bytes(generator -> write(generator, dispute));
    }

    /** The body of a webhook; always the same bytes for the same event and public address. */
    public byte[] event(Event event) {
        return Json.bytes(generator -> write(generator, event));
    }

    /** {@code {"payments":[…],"hasMore":…}}. */
    public byte[] payments(List<Payment> payments, boolean hasMore) {
        return Json.bytes(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart("payments");
            for (Payment payment : payments) {
                write(generator, payment);
            }
            generator.writeEndArray();
            generator.writeBooleanField("hasMore", hasMore);
            generator.writeEndObject();
        });
    }

    /** {@code {"events":[…]}}. */
    public byte[] events(List<Event> events) {
        return Json.bytes(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart("events");
            for (Event event : events) {
                write(generator, event);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    private void write(JsonGenerator generator, Event event) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("id", event.id());
        generator.writeStringField("type", event.type().wireName());
        generator.writeStringField("createdAt", event.createdAt().toString());
        generator.writeObjectFieldStart("data");
        generator.writeFieldName("payment");
        write(generator, event.payment());
        generator.writeEndObject();
        generator.writeEndObject();
    }

    private void write(JsonGenerator generator, Payment payment) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("id", payment.id());
        generator.writeStringField("reference", payment.request().reference());
        generator.writeStringField("status", payment.status().wireName());
        generator.writeStringField("amount", payment.amount().toDecimal());
        generator.writeStringField("currency", payment.amount().currency().getCurrencyCode());
        generator.writeStringField("method", payment.request().method());
        generator.writeStringField("capturedAmount", payment.captured().toDecimal());
        writeOptional(generator, "failureReason", payment.failureReason());
        generator.writeStringField("checkoutUrl", publicUri.get() + "/checkout/" + payment.id());
        generator.writeStringField("createdAt", payment.createdAt().toString());
        generator.writeArrayFieldStart("refunds");
        for (Refund refund : payment.refunds()) {
            write(generator, refund);
        }
        generator.writeEndArray();
        generator.writeFieldName("dispute");
        write(generator, payment.dispute());
        generator.writeNumberField("revision", payment.revision());
        generator.writeEndObject();
    }

    private static void write(JsonGenerator generator, Refund refund) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("id", refund.id());
        generator.writeStringField("amount", refund.amount().toDecimal());
        generator.writeStringField("status", refund.status().wireName());
        writeOptional(generator, "reference", refund.reference());
        writeOptional(generator, "failureReason", refund.failureReason());
        generator.writeStringField("createdAt", refund.createdAt().toString());
        generator.writeEndObject();
    }

    private static void write(JsonGenerator generator, @Nullable Dispute dispute) throws IOException {
        if (dispute == null) {
            generator.writeNull();
            return;
        }
        generator.writeStartObject();
        generator.writeStringField("id", dispute.id());
        generator.writeStringField("status", dispute.status().wireName());
        generator.writeStringField("amount", dispute.amount().toDecimal());
        generator.writeEndObject();
    }

    private static void writeOptional(JsonGenerator generator, String name, @Nullable String value) throws IOException {
        if (value == null) {
            generator.writeNullField(name);
        } else {
            generator.writeStringField(name, value);
        }
    }
}
