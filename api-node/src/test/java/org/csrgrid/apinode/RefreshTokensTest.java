package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.csrgrid.domain.session.Session;
import org.csrgrid.grid.cluster.GridMaps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Refresh tokens: each is good once, and one that is shown again costs whoever has the session all of it. */
@ExtendWith(SharedApi.class)
class RefreshTokensTest {

    private static final String ME = "/api/v1/auth/me";

    private final ApiFixture api;

    RefreshTokensTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void each_refresh_gives_the_next_pair_and_what_is_kept_is_only_a_hash() {
        Answer first = login();
        Answer second = refresh(api.port(), first);
        Answer third = refresh(api.port(), second);

        assertThat(third.status()).isEqualTo(200);
        assertThat(me(third)).isEqualTo(200);
        assertThat(List.of(first.at("/refreshToken"), second.at("/refreshToken"), third.at("/refreshToken")))
                .doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).hasSize(22 + 1 + 43));
        assertThat(api.grid.<String, Session>getMap(GridMaps.SESSIONS).values())
                .extracting(Session::refreshHash)
                .doesNotContain(
                        third.at("/refreshToken"), third.at("/refreshToken").substring(23));
    }

    @Test
    void Asvs_10_4_5_reuse_of_a_rotated_refresh_token_revokes_the_whole_family() {
        Answer stolen = login();
        Answer second = refresh(api.port(), stolen);
        Answer third = refresh(api.port(), second);

        assertThat(refresh(api.port(), stolen).problem()).isEqualTo("401 invalid-refresh-token");

        assertThat(refresh(api.port(), third).problem()).isEqualTo("401 invalid-refresh-token");
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(Stream.of(stolen, second, third).map(this::me))
                        .containsOnly(401));
    }

    /** Both nodes read the same good token; the grid lets the first rotate it and takes the second for the thief. */
    @Test
    void Asvs_10_4_5_the_same_token_on_two_nodes_at_once_leaves_nobody_signed_in() {
        try (ApiNode other = api.another(Map.of())) {
            for (int round = 0; round < 10; round++) {
                Answer tokens = login();
                var here = CompletableFuture.supplyAsync(() -> refresh(api.port(), tokens));
                var there = CompletableFuture.supplyAsync(() -> refresh(other.port(), tokens));
                List<Answer> answers = List.of(here.join(), there.join());

                assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 401);
                Answer winner = answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .findFirst()
                        .orElseThrow();
                assertThat(refresh(other.port(), winner).status()).isEqualTo(401);
                await().atMost(Duration.ofSeconds(2))
                        .untilAsserted(() -> assertThat(me(winner)).isEqualTo(401));
            }
        }
    }

    @Test
    void Asvs_10_4_8_refreshing_does_not_go_on_beyond_the_absolute_end() {
        Map<String, String> settings = Map.of("sessions.idle", "10m", "sessions.absolute", "25m");
        try (ApiFixture own = new ApiFixture();
                ApiNode node = own.another(settings)) {
            Answer tokens = login(node.port());
            for (int minutes = 8; minutes <= 24; minutes += 8) {
                own.clock.advance(Duration.ofMinutes(8));
                tokens = refresh(node.port(), tokens);
                assertThat(tokens.status()).isEqualTo(200);
            }
            own.clock.advance(Duration.ofMinutes(1));

            assertThat(refresh(node.port(), tokens).problem()).isEqualTo("401 invalid-refresh-token");
        }
    }

    @Test
    void Asvs_7_4_1_signing_out_ends_the_refresh_token_too() {
        Answer tokens = login();
        api.post("/api/v1/auth/logout").token(tokens.at("/accessToken")).send();

        assertThat(refresh(api.port(), tokens).problem()).isEqualTo("401 invalid-refresh-token");
    }

    @Test
    void what_cannot_be_a_refresh_token_is_refused_and_harms_nobody() {
        Answer tokens = login();
        String token = tokens.at("/refreshToken");

        Stream.of("x", token + "x", token.substring(1), "x".repeat(22) + token.substring(22), tokens.at("/accessToken"))
                .filter(text -> text.length() <= 200)
                .forEach(text -> assertThat(refresh(api.port(), text).problem())
                        .as(text)
                        .isEqualTo("401 invalid-refresh-token"));

        assertThat(refresh(api.port(), tokens).status()).isEqualTo(200);
    }

    private Answer login() {
        return login(api.port());
    }

    private static Answer login(int port) {
        return new Call(port, "POST", "/api/v1/auth/login")
                .json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(Person.MANAGER.email(), Person.PASSWORD))
                .send();
    }

    private static Answer refresh(int port, Answer tokens) {
        return refresh(port, tokens.at("/refreshToken"));
    }

    private static Answer refresh(int port, String token) {
        return new Call(port, "POST", "/api/v1/auth/refresh")
                .json("{\"refreshToken\":\"%s\"}".formatted(token))
                .send();
    }

    private int me(Answer tokens) {
        return api.get(ME).token(tokens.at("/accessToken")).send().status();
    }
}
