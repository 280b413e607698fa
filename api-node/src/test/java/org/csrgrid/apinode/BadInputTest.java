package org.csrgrid.apinode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.csrgrid.grid.creation.CreationGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, the answer is a problem that names the place, and nothing has happened. */
@ExtendWith(SharedApi.class)
class BadInputTest {

    private static final String DONATIONS = "/api/v1/donations";
    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final String VALID = """
            {"campaignId":"1","amount":{"amount":"25.00","currency":"EUR"},"method":"card","note":"n"}""";
    private final ApiFixture api;

    BadInputTest(ApiFixture api) {
        this.api = api;
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                arguments("\"note\":\"n\"", "\"nota\":\"n\"", "/nota"),
                arguments("\"note\":\"n\"", "\"status\":\"completed\"", "/status"),
                arguments("\"campaignId\":\"1\"", "\"campaignId\":1", "/campaignId"),
                arguments("\"campaignId\":\"1\"", "\"campaignId\":null", "/campaignId"),
                arguments("\"campaignId\":\"1\"", "\"campaignId\":\"x1\"", "/campaignId"),
                arguments("\"campaignId\":\"1\"", "\"campaignId\":\"99999999999999999999\"", "/campaignId"),
                arguments("\"campaignId\":\"1\"", "\"campaignId\":\"9999999999999999999\"", "/campaignId"),
                arguments("\"25.00\"", "25.00", "/amount/amount"),
                arguments("\"25.00\"", "\"0\"", "/amount/amount"),
                arguments("\"25.00\"", "\"-1.00\"", "/amount/amount"),
                arguments("\"25.00\"", "\"25.001\"", "/amount/amount"),
                arguments("\"25.00\"", "\"1e3\"", "/amount/amount"),
                arguments("\"25.00\"", "\" 25\"", "/amount/amount"),
                arguments("\"25.00\"", "\"٢٥\"", "/amount/amount"),
                arguments("\"25.00\"", "\"99999999999999999999\"", "/amount/amount"),
                arguments("\"25.00\"", "\"9999999999999999999.99\"", "/amount/amount"),
                arguments("\"EUR\"", "\"EUX\"", "/amount/currency"),
                arguments("\"EUR\"", "\"XXX\"", "/amount/currency"),
                arguments("\"EUR\"", "\"eur\"", "/amount/currency"),
                arguments("{\"amount\":\"25.00\",\"currency\":\"EUR\"}", "\"25.00\"", "/amount"),
                arguments("{\"amount\":\"25.00\",\"currency\":\"EUR\"}", "[]", "/amount"),
                arguments("\"card\"", "\"cash\"", "/method"),
                arguments("\"method\":\"card\",", "", "/method"),
                arguments("\"note\":\"n\"", "\"anonymous\":\"true\"", "/anonymous"),
                arguments("\"note\":\"n\"", "\"anonymous\":1", "/anonymous"),
                arguments("\"n\"", "\"" + "n".repeat(501) + "\"", "/note"),
                arguments("\"n\"", "\"\\ud800\"", "/note"),
                arguments("\"n\"", "\"\\u0000\"", "/note"),
                arguments("\"n\"", "{}", "/note"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void a_wrong_field_is_named_by_its_pointer(String right, String wrong, String pointer) {
        Answer answer = donate("w1", VALID.replace(right, wrong));

        assertThat(answer.problem()).isEqualTo("422 invalid-request");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/detail")).isNotBlank().doesNotContain("java", "jackson");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(api.ledger.findByGuard("key:101:w1")).isEmpty();
    }

    @Test
    void several_wrong_fields_are_all_named() {
        Answer answer = donate("w2", "{\"amount\":{\"amount\":\"x\",\"currency\":\"EUR\"},\"method\":\"cash\"}");

        assertThat(answer.json().get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/campaignId", "/amount/amount", "/method");
    }

    static Stream<byte[]> brokenBodies() {
        return Stream.of(
                        "",
                        "{",
                        VALID.substring(0, 40),
                        VALID + "x",
                        VALID + "{}",
                        "{\"campaignId\":\"1\",\"campaignId\":\"2\"}",
                        "{'campaignId':1}")
                .map(String::getBytes);
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void what_is_no_json_is_malformed(byte[] body) {
        Answer answer = api.as(Person.EMPLOYEE, "POST", DONATIONS)
                .key("w3")
                .with("Content-Type", "application/json")
                .bytes(body)
                .send();

        assertThat(answer.problem()).isEqualTo("400 malformed-body");
        assertThat(answer.at("/errors/0/pointer")).isEmpty();
        assertThat(answer.at("/errors/0/detail")).isEqualTo(answer.at("/detail"));
    }

    @ParameterizedTest
    @CsvSource({"null", "[]", "3", "\"text\"", "true"})
    void json_that_is_no_object_is_refused(String body) {
        assertThat(donate("w4", body).problem()).isEqualTo("422 invalid-request");
    }

    @Test
    void a_patch_nested_beyond_reason_is_malformed() {
        String path = "/api/v1/campaigns/" + api.activeCampaign().id();

        Answer answer = api.as(Person.EMPLOYEE, "PATCH", path)
                .with("If-Match", "\"v3\"")
                .json("{\"title\":" + "[".repeat(5_000))
                .send();

        assertThat(answer.problem()).isEqualTo("400 malformed-body");
    }

    @Test
    void bytes_that_are_no_utf_8_are_malformed() {
        byte[] latin = VALID.replace("\"n\"", "\"é\"").getBytes(ISO_8859_1);
        Call call = api.as(Person.EMPLOYEE, "POST", DONATIONS).key("w5").with("Content-Type", "application/json");

        assertThat(call.bytes(latin).send().problem()).isEqualTo("400 malformed-body");
        assertThat(call.bytes(VALID.getBytes(UTF_16BE)).send().problem()).isEqualTo("400 malformed-body");
    }

    @Test
    void a_body_of_a_megabyte_is_too_large_and_the_connection_goes_on() {
        Answer answer = donate("w6", "{\"note\":\"" + "x".repeat(1_000_000) + "\"}");

        assertThat(answer.problem()).isEqualTo("413 body-too-large");
        assertThat(answer.json().at("/errors/0").has("pointer")).isTrue();
        assertThat(api.get("/api/v1/organizations").send().status()).isEqualTo(200);
    }

    @Test
    void another_media_type_is_unsupported() {
        Answer answer = api.as(Person.EMPLOYEE, "POST", DONATIONS)
                .key("w7")
                .with("Content-Type", "text/plain")
                .bytes(VALID.getBytes())
                .send();

        assertThat(answer.problem()).isEqualTo("415 unsupported-media-type");
        assertThat(answer.at("/errors/0/header")).isEqualTo("Content-Type");
    }

    @Test
    void the_idempotency_key_must_be_there_and_printable() {
        Answer missing = api.as(Person.EMPLOYEE, "POST", DONATIONS).json(VALID).send();

        assertThat(missing.problem()).isEqualTo("400 missing-idempotency-key");
        assertThat(donate("k".repeat(101), VALID).problem()).isEqualTo("400 invalid-parameter");
        assertThat(donate("with space", VALID).at("/errors/0/header")).isEqualTo("Idempotency-Key");
    }

    static Stream<Arguments> wrongCampaignFields() {
        return Stream.of(
                arguments("\"en\":\"Books\"", "", "/description"),
                arguments("\"en\":\"Books\"", "\"english\":\"Books\"", "/description/english"),
                arguments("\"en\":\"Books\"", "\"en\":null", "/description/en"),
                arguments("École pour tous!", "t".repeat(201), "/title/en"),
                arguments("5000.00", "-5000.00", "/goal/amount"),
                arguments("5000.00", "90000000000000.00", "/goal/amount"),
                arguments("\"education\"", "\"Education!\"", "/category"),
                arguments("\"category\"", "\"priority\":99999999999,\"category\"", "/priority"),
                arguments("\"category\"", "\"priority\":1.5,\"category\"", "/priority"),
                arguments("\"category\"", "\"priority\":-1,\"category\"", "/priority"),
                arguments("\"category\"", "\"visibility\":\"secret\",\"category\"", "/visibility"),
                arguments("\"category\"", "\"imageUrl\":\"http://x\",\"category\"", "/imageUrl"),
                arguments("\"category\"", "\"imageUrl\":\"https://a b\",\"category\"", "/imageUrl"),
                arguments("\"category\"", "\"organizerId\":\"5\",\"category\"", "/organizerId"),
                arguments("\"category\"", "\"content\":{},\"category\"", "/content"),
                arguments("\"startsAt\":\"", "\"startsAt\":\"+9", "/startsAt"),
                arguments("\"endsAt\":\"2", "\"endsAt\":\"1", "/endsAt"),
                arguments("\"ratePercent\":50", "\"ratePercent\":5000", "/matching/ratePercent"),
                arguments(
                        "\"amount\":\"100.00\",\"currency\":\"EUR\"",
                        "\"amount\":\"1.00\",\"currency\":\"USD\"",
                        "/matching/cap/currency"),
                arguments("{\"en\":\"Books\"}", "{\"a~/\":\"Books\"}", "/description/a~0~1"),
                arguments("\"organizationId\":\"11\"", "\"organizationId\":\"77\"", "/organizationId"));
    }

    @ParameterizedTest
    @MethodSource("wrongCampaignFields")
    void a_wrong_field_of_a_campaign_is_named_by_its_pointer(String right, String wrong, String pointer) {
        String body = CampaignBodies.valid(ApiFixture.ACTIVE_ORGANIZATION, api.clock.instant());

        Answer answer = create("w2", body.replace(right, wrong));

        assertThat(answer.problem()).isEqualTo("422 invalid-request");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(new CreationGrid(api.grid).find(Person.EMPLOYEE.id, "w2")).isEmpty();
    }

    @Test
    void a_campaign_without_a_usable_key_is_refused() {
        String body = CampaignBodies.valid(ApiFixture.ACTIVE_ORGANIZATION, api.clock.instant());

        Answer without = api.as(Person.EMPLOYEE, "POST", CAMPAIGNS).json(body).send();

        assertThat(without.problem()).isEqualTo("400 missing-idempotency-key");
        assertThat(create("k".repeat(101), body).problem()).isEqualTo("400 invalid-parameter");
        assertThat(create("two words", body).at("/errors/0/header")).isEqualTo("Idempotency-Key");
    }

    @Test
    void a_campaign_that_would_end_before_it_starts_or_now_is_refused() {
        var now = api.clock.instant();
        String body = CampaignBodies.valid(ApiFixture.ACTIVE_ORGANIZATION, now);
        String past = CampaignBodies.valid(ApiFixture.ACTIVE_ORGANIZATION, now.minus(Duration.ofDays(50)));
        String turned = body.replace("\"startsAt\":\"" + now, "\"startsAt\":\"2150-01-01T00:00:00Z");

        for (String wrong : new String[] {past, turned}) {
            Answer answer = create("w3", wrong);
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/endsAt");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "limit=x, limit",
        "limit=99999999999, limit",
        "cursor=abc, cursor",
        "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, cursor",
        "status=open, status",
        "'status=active,', status",
        "sort=name, sort",
        "organization=-1, organization",
        "organizer=1%20OR%201=1, organizer",
        "featured=1, featured",
        "limit=1&limit=2, limit",
        "stauts=active, stauts"
    })
    void a_wrong_query_parameter_is_named(String query, String parameter) {
        Answer answer = api.get("/api/v1/campaigns?" + query).send();

        assertThat(answer.problem()).isEqualTo("400 invalid-parameter");
        assertThat(answer.at("/errors/0/parameter")).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "x", "99999999999999999999", "1%00", "%2e%2e"})
    void an_id_that_is_none_does_not_exist(String id) {
        assertThat(api.get("/api/v1/campaigns/" + id).send().status()).isIn(400, 404);
        assertThat(api.as(Person.ADMIN, "GET", DONATIONS + "/" + id).send().status())
                .isIn(400, 404);
    }

    private Answer create(String key, String body) {
        return api.as(Person.EMPLOYEE, "POST", CAMPAIGNS).key(key).json(body).send();
    }

    private Answer donate(String key, String body) {
        return api.as(Person.EMPLOYEE, "POST", DONATIONS).key(key).json(body).send();
    }
}
