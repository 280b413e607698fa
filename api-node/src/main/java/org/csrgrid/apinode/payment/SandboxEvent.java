package org.csrgrid.apinode.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.csrgrid.grid.donation.DonationKey;

/** As much of the sandbox gateway's event as it takes to store it and to find its donation. */
record SandboxEvent(String id, String type, DonationKey donation) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int LIMIT = 100;

    /** Empty if the text is no such event. */
    static Optional<SandboxEvent> parse(String body) {
        try {
            JsonNode event = MAPPER.readTree(body);
            String id = event.path("id").asText();
            String type = event.path("type").asText();
            String reference = event.at("/data/payment/reference").asText();
            return isName(id) && isName(type)
                    ? DonationKey.parse(reference).map(donation -> new SandboxEvent(id, type, donation))
                    : Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LIMIT && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
