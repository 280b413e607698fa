package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with many addresses guesses at one account through two nodes. */
@ExtendWith(SharedApi.class)
class GuessLimitsTest {

    private static final Map<String, String> LIMITED =
            Map.of("limits.enabled", "true", "limits.trusted-proxies", "127.0.0.1", "accounts.guess-burst", "6");

    private final ApiFixture api;

    GuessLimitsTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void Asvs_6_3_1_credential_stuffing_is_throttled_by_all_nodes_together_and_its_victim_still_gets_in() {
        try (ApiNode one = api.another(LIMITED);
                ApiNode other = api.another(LIMITED)) {
            String device = login(one, address(), Person.ORGANIZATION_ADMIN.email(), Person.PASSWORD, "")
                    .at("/deviceToken");

            List<Integer> guesses = guess(List.of(one, other), Person.ORGANIZATION_ADMIN.email(), 9);

            assertThat(guesses).containsExactly(401, 401, 401, 401, 401, 401, 429, 429, 429);
            Answer stranger = login(other, address(), Person.ORGANIZATION_ADMIN.email(), Person.PASSWORD, "");
            assertThat(stranger.problem()).isEqualTo("429 too-many-requests");
            assertThat(Integer.parseInt(stranger.header("Retry-After"))).isBetween(1, 60);
            assertThat(login(other, address(), Person.ORGANIZATION_ADMIN.email(), Person.PASSWORD, device)
                            .status())
                    .isEqualTo(200);
            assertThat(login(one, address(), Person.AUDITOR.email(), Person.PASSWORD, device)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void Asvs_6_3_8_an_account_that_does_not_exist_is_throttled_like_one_that_does() {
        try (ApiNode node = api.another(LIMITED)) {
            assertThat(guess(List.of(node), "nobody" + address() + "@example.org", 8))
                    .containsExactly(401, 401, 401, 401, 401, 401, 429, 429);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stolen", "eA.eA", "MTAxIHg.AAAA"})
    void a_device_token_that_is_none_of_ours_is_none(String forged) {
        try (ApiNode node = api.another(LIMITED)) {
            String email = "nobody" + address() + "@example.org";
            guess(List.of(node), email, 6);

            assertThat(login(node, address(), email, "wrong", forged).status()).isEqualTo(429);
        }
    }

    @Test
    void whoever_is_right_may_sign_in_as_often_as_they_like() {
        try (ApiNode node = api.another(LIMITED)) {
            assertThat(IntStream.range(0, 10)
                            .mapToObj(i -> login(node, address(), Person.MANAGER.email(), Person.PASSWORD, "")
                                    .status()))
                    .containsOnly(200);
        }
    }

    private static List<Integer> guess(List<ApiNode> nodes, String email, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> login(nodes.get(i % nodes.size()), address(), email, "wrong " + i, "")
                        .status())
                .toList();
    }

    private static Answer login(ApiNode node, String address, String email, String password, String device) {
        String more = device.isEmpty() ? "" : ",\"deviceToken\":\"" + device + "\"";
        return new Call(node.port(), "POST", "/api/v1/auth/login")
                .with("X-Forwarded-For", address)
                .json("{\"email\":\"%s\",\"password\":\"%s\"%s}".formatted(email, password, more))
                .send();
    }

    private static String address() {
        var random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
