package org.csrgrid.apinode.donation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.MoneyValue;
import org.csrgrid.apinode.http.Violations;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A wish to give money back.
 *
 * @param amount absent for all that is left
 */
record RefundRequest(@Nullable Money amount, String reason) {

    private static final int REASON_LIMIT = 500;

    @JsonCreator
    static RefundRequest of(
            @JsonProperty("amount") @Nullable MoneyValue amount, @JsonProperty("reason") @Nullable String reason) {
        var violations = new Violations();
        var request = new RefundRequest(
                amount == null ? null : violations.positive("/amount", amount),
                violations.text("/reason", reason, REASON_LIMIT));
        violations.refuse();
        return request;
    }

    /** In the currency's minor units, 0 for all that is left. */
    long minorUnits() {
        return amount == null ? 0 : amount.minorUnits();
    }

    /** The request in one fixed form, for its fingerprint. */
    void writeCanonically(JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (amount != null) {
            Json.money(json, "amount", amount);
        }
        json.writeStringField("reason", reason);
        json.writeEndObject();
    }
}
