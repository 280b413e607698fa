package org.csrgrid.apinode.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.hazelcast.core.DistributedObject;
import com.hazelcast.map.IMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.apinode.Answer;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.Call;
import org.csrgrid.apinode.CampaignBodies;
import org.csrgrid.apinode.Person;
import org.csrgrid.apinode.SharedApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Card numbers are refused wherever they stand, and are nowhere afterwards. PCI DSS 4.0.1, SAQ A. */
@ExtendWith(SharedApi.class)
class Asvs_16_2_5_CardDataTest {

    private static final String PLAIN = "5105105105105100";
    private static final List<String> SPELLINGS = List.of(PLAIN, "5105 1051 0510 5100", "5105-1051-0510-5100");
    private static final String ESCAPED = "5105\\u00201051\\u00200510\\u00205100";
    private static final String REFUSED = "422 card-data-refused";

    private final ApiFixture api;

    Asvs_16_2_5_CardDataTest(ApiFixture api) {
        this.api = api;
    }

    static Stream<Arguments> places() {
        String json =
                "{\"campaignId\":\"1\",\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"method\":\"card\",\"note\":\"%s\"}";
        return SPELLINGS.stream().flatMap(number -> {
            String encoded = number.replace(" ", "%20");
            return Stream.of(
                    arguments("GET", "/api/v1/campaigns/" + encoded, "", ""),
                    arguments("GET", "/api/v1/campaigns?category=" + number.replace(" ", "+"), "", ""),
                    arguments("GET", "/api/v1/jobs?" + encoded + "=1", "", ""),
                    arguments("GET", "/nowhere/" + encoded, "", ""),
                    arguments("POST", "/api/v1/donations", "", json.formatted("25.00", "my card " + number)),
                    arguments("POST", "/api/v1/donations", "", json.formatted(number, "n")),
                    arguments("POST", "/api/v1/donations", "", "{\"" + number + "\":1}"),
                    arguments("POST", "/api/v1/donations", "", "{\"note\":\"" + number),
                    arguments("POST", "/api/v1/donations", number, json.formatted("25.00", "n")),
                    arguments("POST", "/api/v1/auth/login", "", "{\"email\":\"" + number + "\",\"password\":\"x\"}"));
        });
    }

    @ParameterizedTest
    @MethodSource("places")
    void Asvs_16_2_5_a_card_number_is_refused_wherever_it_stands(String method, String path, String key, String body) {
        Call call = api.as(Person.EMPLOYEE, method, path).key(key.isEmpty() ? "card-1" : key);

        Answer answer = (body.isEmpty() ? call : call.json(body)).send();

        assertThat(answer.problem()).isEqualTo(REFUSED);
        assertThat(answer.text() + answer.response().headers().map()).doesNotContain(PLAIN, "5105 ", "5105-", "5105%");
    }

    @Test
    void Asvs_16_2_5_escapes_numbers_and_other_alphabets_hide_nothing() {
        assertThat(note(ESCAPED).problem()).isEqualTo(REFUSED);
        assertThat(note("５１０５１０５１０５１０５１００").problem()).isEqualTo(REFUSED);
        assertThat(note("é 5105\\t1051\\t0510\\t5100").problem()).isEqualTo(REFUSED);
        assertThat(post("{\"campaignId\":" + PLAIN + "}").problem()).isEqualTo(REFUSED);
        assertThat(api.get("/api/v1/campaigns?category=%35%31%30%35%31%30%35%31%30%35%31%30%35%31%30%30")
                        .send()
                        .problem())
                .isEqualTo(REFUSED);
    }

    @Test
    void Asvs_16_2_5_neither_logs_nor_the_grid_nor_answers_have_the_number_afterwards() {
        try (Log log = new Log()) {
            String campaign = CampaignBodies.valid(ApiFixture.ACTIVE_ORGANIZATION, api.clock.instant());
            for (String number : SPELLINGS) {
                note(number);
                api.as(Person.EMPLOYEE, "POST", "/api/v1/campaigns")
                        .key("card-2")
                        .json(campaign.replace("Books", number))
                        .send();
                Answer traced = api.get("/api/v1/nothing")
                        .with("X-Request-Id", PLAIN)
                        .with("traceparent", "00-" + PLAIN + PLAIN + "-" + PLAIN + "-01")
                        .with("User-Agent", number)
                        .send();
                assertThat(traced.response().headers().map().toString()).doesNotContain(PLAIN);
            }

            assertThat(log.text()).doesNotContain(SPELLINGS);
            assertThat(grid()).doesNotContain(SPELLINGS);
        }
    }

    @Test
    void Asvs_16_2_5_what_only_looks_similar_passes() {
        assertThat(note("Call +4915123456786, IBAN DE89 3704 0044 0532 0130 00").status())
                .isNotEqualTo(422);
        assertThat(api.get("/api/v1/campaigns/1181234567890123456").send().problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void Asvs_16_2_5_a_refused_request_uses_no_idempotency_key() {
        String body = ApiFixture.donation(api.activeCampaign().id(), "25.00");
        Answer refused = api.as(Person.EMPLOYEE, "POST", "/api/v1/donations")
                .key("card-3")
                .json(body.replace("\"method\"", "\"note\":\"" + PLAIN + "\",\"method\""))
                .send();
        Answer accepted = api.as(Person.EMPLOYEE, "POST", "/api/v1/donations")
                .key("card-3")
                .json(body)
                .send();

        assertThat(refused.problem()).isEqualTo(REFUSED);
        assertThat(accepted.status()).isEqualTo(201);
    }

    private Answer note(String note) {
        return post(ApiFixture.donation(api.activeCampaign().id(), "25.00")
                .replace("\"method\"", "\"note\":\"" + note + "\",\"method\""));
    }

    private Answer post(String body) {
        return api.as(Person.EMPLOYEE, "POST", "/api/v1/donations")
                .key("card-" + System.nanoTime())
                .bytes(body.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/json")
                .send();
    }

    /** Every entry of every map, as text. */
    private String grid() {
        var text = new StringBuilder();
        for (DistributedObject object : api.grid.getDistributedObjects()) {
            if (object instanceof IMap<?, ?> map) {
                map.entrySet().forEach(entry -> text.append(entry).append('\n'));
            }
        }
        assertThat(text).contains("Organization 11");
        return text.toString();
    }
}
