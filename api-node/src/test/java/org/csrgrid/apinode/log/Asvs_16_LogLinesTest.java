package org.csrgrid.apinode.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Asvs_16_LogLinesTest {

    private static final String SECRET = "s3cr3t-V4lue";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=" + SECRET,
                "\"password\": \"" + SECRET + "\"",
                "database.password: " + SECRET + ", next",
                "api-key=" + SECRET,
                "tokenKey=" + SECRET + "&x=1",
                "Authorization: " + SECRET,
                "Authorization: Bearer " + SECRET,
                "got bearer " + SECRET,
                "jdbc:mysql://csr:" + SECRET + "@db/csr",
                "https://user:" + SECRET + "@host/x",
                "whsec_" + SECRET,
                "$argon2id$v=19$m=19456$" + SECRET,
                "refresh_token=" + SECRET,
                "Set-Cookie: " + SECRET
            })
    void Asvs_16_2_5_no_secret_is_written_whatever_it_is_called(String text) {
        assertThat(line(text, null)).doesNotContain(SECRET).contains("***");
        assertThat(line("failed", new IllegalStateException(text))).doesNotContain(SECRET).contains("***");
        assertThat(json(text).toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111"})
    void Asvs_16_2_5_no_card_number_is_written(String number) {
        assertThat(line("card " + number + " refused", null)).doesNotContain(number).contains("card *** refused");
    }

    @Test
    void Asvs_16_2_5_a_token_is_masked_and_the_rest_stays() {
        String token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMDEifQ.c2lnbmF0dXJl";

        assertThat(line("token " + token + " of user 101 at 10:30:00, campaign=7", null))
                .doesNotContain("eyJ")
                .contains("of user 101 at 10:30:00, campaign=7");
    }

    @Test
    void Asvs_16_4_1_nobody_writes_lines_of_the_log_from_outside() {
        String forged = "x\r\n2026-11-26T00:00:00.000Z INFO  [main] o.c.Audit request=- trace=- all is well\u2028\u001b[31m";

        assertThat(line(forged, null).lines()).hasSize(1);
        assertThat(line(forged, null)).contains("x\\r\\n2026").doesNotContain("\u001b", "\u2028");
        assertThat(line("failed", new IllegalStateException(forged)).lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("\t| "));
    }

    @Test
    void Asvs_16_2_1_an_event_as_json_is_one_object_on_one_line_with_its_request() {
        JsonNode event = json("a\nb");

        assertThat(event.get("message").asText()).isEqualTo("a\\nb");
        assertThat(event.get("level").asText()).isEqualTo("WARN");
        assertThat(event.get("request").asText()).isEqualTo("r-1");
        assertThat(event.get("time").asText()).endsWith("Z");
    }

    private static JsonNode json(String message) {
        var encoder = new SafeEncoder();
        encoder.setJson(true);
        String line = new String(encoder.encode(event(message, new IllegalStateException(message))), StandardCharsets.UTF_8);
        assertThat(line.lines()).hasSize(1);
        try {
            return new JsonMapper().readTree(line);
        } catch (IOException noJson) {
            throw new AssertionError(line, noJson);
        }
    }

    private static String line(String message, Throwable fault) {
        return new String(new SafeEncoder().encode(event(message, fault)), StandardCharsets.UTF_8);
    }

    private static LoggingEvent event(String message, Throwable fault) {
        var context = new LoggerContext();
        var event = new LoggingEvent("x", context.getLogger("org.csrgrid.Test"), Level.WARN, message, fault, new Object[0]);
        event.setMDCPropertyMap(Map.of("request", "r-1"));
        return event;
    }
}
