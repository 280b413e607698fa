package org.csrgrid.apinode.donation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.MoneyValue;
import org.csrgrid.apinode.http.Violations;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** A wish to donate, as it arrives. */
record DonationRequest(long campaignId, Money amount, PledgeDetails details) {

    private static final Map<String, PaymentMethod> METHODS = Arrays.stream(PaymentMethod.values())
            .collect(Collectors.toMap(PaymentMethod::jsonName, Function.identity()));

    @JsonCreator
    static DonationRequest of(
            @JsonProperty("campaignId") @Nullable String campaignId,
            @JsonProperty("amount") @Nullable MoneyValue amount,
            @JsonProperty("method") @Nullable String method,
            @JsonProperty("anonymous") @Nullable Boolean anonymous,
            @JsonProperty("note") @Nullable String note) {
        var violations = new Violations();
        long campaign = violations.id("/campaignId", campaignId);
        Money money = violations.positive("/amount", amount);
        PaymentMethod paidBy = violations.oneOf("/method", method, METHODS, PaymentMethod.CARD);
        violations.optionalText("/note", note, PledgeDetails.NOTE_LIMIT);
        violations.refuse();
        return new DonationRequest(campaign, money, new PledgeDetails(paidBy, Boolean.TRUE.equals(anonymous), note));
    }

    /** The request in one fixed form, for its fingerprint. */
    void writeCanonically(JsonGenerator json) throws IOException {
        json.writeStartObject();
        Json.id(json, "campaignId", campaignId);
        Json.money(json, "amount", amount);
        json.writeStringField("method", details.method().jsonName());
        json.writeBooleanField("anonymous", details.anonymous());
        Json.text(json, "note", details.note());
        json.writeEndObject();
    }
}
