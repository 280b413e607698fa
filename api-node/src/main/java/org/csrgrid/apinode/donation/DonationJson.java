package org.csrgrid.apinode.donation;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.donation.Dispute;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.MatchPosition;
import org.csrgrid.domain.donation.PaymentReference;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.grid.donation.DonationKey;
import org.jspecify.annotations.Nullable;

/** A donation as its donor, finance and auditors see it. */
final class DonationJson {

    private DonationJson() {}

    static void write(JsonGenerator json, Donation donation) throws IOException {
        String id = DonationKey.of(donation).toString();
        json.writeStartObject();
        json.writeStringField("id", id);
        Json.id(json, "campaignId", donation.campaignId());
        Json.id(json, "donorId", donation.donorId());
        json.writeStringField("status", donation.status().jsonName());
        Json.money(json, "amount", donation.amount());
        Json.money(json, "campaignAmount", donation.campaignAmount());
        json.writeStringField("exchangeRate", donation.exchangeRate().toPlainString());
        json.writeStringField("method", donation.pledge().method().jsonName());
        json.writeBooleanField("anonymous", donation.pledge().anonymous());
        Json.text(json, "note", donation.pledge().note());
        refunds(json, donation);
        Json.money(json, "refundedAmount", donation.refunded());
        match(json, donation.match());
        dispute(json, donation.dispute());
        Json.text(json, "failureReason", donation.failureReason());
        nextAction(json, donation);
        Json.time(json, "createdAt", donation.createdAt());
        Json.time(json, "completedAt", donation.completedAt());
        links(json, donation, id);
        json.writeEndObject();
    }

    private static void refunds(JsonGenerator json, Donation donation) throws IOException {
        json.writeArrayFieldStart("refunds");
        for (Refund refund : donation.refunds()) {
            write(json, refund);
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, Refund refund) throws IOException {
        json.writeStartObject();
        Json.text(json, "id", refund.requestId() == 0 ? null : Long.toString(refund.requestId()));
        json.writeStringField("status", refund.status().jsonName());
        Json.money(json, "amount", refund.amount());
        Json.text(json, "reason", refund.reason());
        Json.time(json, "at", refund.at());
        json.writeEndObject();
    }

    private static void match(JsonGenerator json, @Nullable MatchPosition match) throws IOException {
        if (match == null) {
            json.writeNullField("matchAmount");
        } else {
            Json.money(json, "matchAmount", match.posted().minus(match.reversed()));
        }
    }

    private static void dispute(JsonGenerator json, @Nullable Dispute dispute) throws IOException {
        if (dispute == null) {
            json.writeNullField("dispute");
            return;
        }
        json.writeObjectFieldStart("dispute");
        json.writeStringField("status", dispute.status().jsonName());
        Json.money(json, "amount", dispute.amount());
        json.writeEndObject();
    }

    private static void nextAction(JsonGenerator json, Donation donation) throws IOException {
        PaymentReference payment = donation.payment();
        String url =
                payment == null || donation.status() != DonationStatus.REQUIRES_ACTION ? null : payment.checkoutUrl();
        if (url == null) {
            json.writeNullField("nextAction");
            return;
        }
        json.writeObjectFieldStart("nextAction");
        json.writeStringField("type", "redirect");
        json.writeStringField("url", url);
        json.writeEndObject();
    }

    private static void links(JsonGenerator json, Donation donation, String id) throws IOException {
        json.writeObjectFieldStart("links");
        json.writeStringField("self", "/api/v1/donations/" + id);
        json.writeStringField("campaign", "/api/v1/campaigns/" + donation.campaignId());
        json.writeEndObject();
    }
}
