package org.csrgrid.sandbox.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.csrgrid.sandbox.json.Json;
import org.csrgrid.sandbox.payment.Dispute;
import org.csrgrid.sandbox.payment.Payment;
import org.csrgrid.sandbox.payment.PaymentRequest;
import org.csrgrid.sandbox.payment.Refund;
import org.csrgrid.sandbox.simulation.Change;
import org.csrgrid.sandbox.simulation.Event;
import org.csrgrid.sandbox.simulation.IdempotentRequest;
import org.jspecify.annotations.Nullable;

/** A change as a line of the journal; the counterpart of {@link ChangeReader}. */
final class ChangeWriter {
    private ChangeWriter() {}

    static byte[] changed(Change change) {
        return Json.bytes(generator -> {
            generator.writeStartObject();
            generator.writeObjectFieldStart("changed");
            writePayment(generator, change.payment());
            generator.writeEndObject();
            if (change.event().isPresent()) {
                writeEvent(generator, change.event().get());
            }
            if (change.request().isPresent()) {
                writeRequest(generator, change.request().get(), change.subject());
            }
            generator.writeEndObject();
        });
    }

    static byte[] delivered(String eventId) {
        return Json.bytes(generator -> {
            generator.writeStartObject();
            generator.writeStringField("delivered", eventId);
            generator.writeEndObject();
        });
    }

    private static void writePayment(JsonGenerator generator, Payment payment) throws IOException {
        PaymentRequest request = payment.request();
        generator.writeStringField("id", payment.id());
        generator.writeStringField("reference", request.reference());
        generator.writeNumberField("minorUnits", request.amount().minorUnits());
        generator.writeStringField("currency", request.amount().currency().getCurrencyCode());
        generator.writeStringField("method", request.method());
        generator.writeStringField("webhookUrl", request.webhookUrl().toString());
        if (request.returnUrl() != null) {
            generator.writeStringField("returnUrl", request.returnUrl().toString());
        }
        generator.writeStringField("status", payment.status().name());
        writeIfPresent(generator, "failureReason", payment.failureReason());
        generator.writeStringField("createdAt", payment.createdAt().toString());
        generator.writeArrayFieldStart("refunds");
        for (Refund refund : payment.refunds()) {
            writeRefund(generator, refund);
        }
        generator.writeEndArray();
        if (payment.dispute() != null) {
            writeDispute(generator, payment.dispute());
        }
        generator.writeNumberField("revision", payment.revision());
    }

    private static void writeRefund(JsonGenerator generator, Refund refund) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("id", refund.id());
        generator.writeNumberField("minorUnits", refund.amount().minorUnits());
        generator.writeStringField("status", refund.status().name());
        writeIfPresent(generator, "reference", refund.reference());
        writeIfPresent(generator, "failureReason", refund.failureReason());
        generator.writeStringField("createdAt", refund.createdAt().toString());
        generator.writeEndObject();
    }

    private static void writeDispute(JsonGenerator generator, Dispute dispute) throws IOException {
        generator.writeObjectFieldStart("dispute");
        generator.writeStringField("id", dispute.id());
        generator.writeStringField("status", dispute.status().name());
        generator.writeNumberField("minorUnits", dispute.amount().minorUnits());
        generator.writeEndObject();
    }

    private static void writeEvent(JsonGenerator generator, Event event) throws IOException {
        generator.writeObjectFieldStart("event");
        generator.writeStringField("id", event.id());
        generator.writeStringField("type", event.type().name());
        generator.writeStringField("createdAt", event.createdAt().toString());
        generator.writeStringField("dueAt", event.dueAt().toString());
        generator.writeEndObject();
    }

    private static void writeRequest(JsonGenerator generator, IdempotentRequest request, @Nullable String subject)
            throws IOException {
        generator.writeObjectFieldStart("request");
        generator.writeStringField("operation", request.operation());
        generator.writeStringField("key", request.key());
        generator.writeStringField("fingerprint", request.fingerprint());
        writeIfPresent(generator, "subject", subject);
        generator.writeEndObject();
    }

    private static void writeIfPresent(JsonGenerator generator, String name, @Nullable String value)
            throws IOException {
        if (value != null) {
            generator.writeStringField(name, value);
        }
    }
}
