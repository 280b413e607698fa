package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.session.Session;
import org.csrgrid.grid.cluster.GridMaps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two API nodes whose clock stands still unless a test moves it: what one remembers is only ever ended by being told. */
@ExtendWith(SharedApi.class)
class SessionsTest {

    private static final String ME = "/api/v1/auth/me";
    private static final String SESSIONS = "/api/v1/auth/sessions";

    private final ApiFixture api;

    SessionsTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void signing_out_on_one_node_is_known_on_the_other_at_once_and_a_repeat_is_refused() {
        try (ApiNode other = api.another(Map.of())) {
            String token = login();
            assertThat(me(other, token)).isEqualTo(200);

            assertThat(api.post("/api/v1/auth/logout").token(token).send().status())
                    .isEqualTo(204);

            await().atMost(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(me(other, token)).isEqualTo(401));
            assertThat(api.post("/api/v1/auth/logout").token(token).send().problem())
                    .isEqualTo("401 unauthenticated");
        }
    }

    @Test
    void ones_sessions_are_listed_and_one_of_them_or_all_others_are_ended() {
        String mine = login();
        String second = login();
        String third = login();
        Answer list = api.get(SESSIONS).token(second).send();
        String current = list.json()
                .get("items")
                .valueStream()
                .filter(session -> session.get("current").asBoolean())
                .map(session -> session.get("id").asText())
                .toList()
                .getFirst();

        assertThat(list.at("/items/0/device")).startsWith("Java-http-client");
        assertThat(list.at("/items/0/address")).isEqualTo("127.0.0.1");
        assertThat(end(mine, current).status()).isEqualTo(204);
        assertThat(end(mine, current).problem()).isEqualTo("404 not-found");
        awaitOver(second);
        assertThat(api.call("DELETE", SESSIONS).token(mine).send().status()).isEqualTo(204);
        awaitOver(third);
        assertThat(api.get(SESSIONS).token(mine).send().json().get("items")).hasSize(1);
    }

    @Test
    void anothers_session_looks_as_if_it_did_not_exist() {
        String theirs = api.session(Person.EMPLOYEE);

        assertThat(end(login(), theirs).problem()).isEqualTo("404 not-found");
    }

    @Test
    void an_administrator_signs_somebody_out_everywhere_and_nobody_else_may() {
        String token = login();
        String path = "/api/v1/users/%d/sessions".formatted(Person.COLLEAGUE.id);

        assertThat(api.as(Person.EMPLOYEE, "DELETE", path).send().status()).isEqualTo(403);
        assertThat(api.as(Person.ADMIN, "DELETE", "/api/v1/users/999/sessions")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(api.as(Person.ADMIN, "DELETE", path).send().status()).isEqualTo(204);
        awaitOver(token);
    }

    @Test
    void a_session_too_many_ends_the_oldest() {
        try (ApiNode node = api.another(Map.of("sessions.per-user", "2"))) {
            api.as(Person.ADMIN, "DELETE", "/api/v1/users/%d/sessions".formatted(Person.COLLEAGUE.id))
                    .send();
            String oldest = login(node);
            api.clock.advance(Duration.ofMillis(1));
            String middle = login(node);
            api.clock.advance(Duration.ofMillis(1));
            String newest = login(node);

            awaitOver(oldest);
            assertThat(List.of(me(node, middle), me(node, newest))).containsOnly(200);
        }
    }

    @Test
    void a_session_ends_unused_and_use_with_fresh_tokens_keeps_it_until_its_absolute_end() {
        Map<String, String> settings = Map.of("sessions.idle", "10m", "sessions.absolute", "25m");
        try (ApiFixture own = new ApiFixture();
                ApiNode node = own.another(settings)) {
            String unused = login(node);
            Answer used = loggedIn(node);
            for (int round = 1; round <= 3; round++) {
                own.clock.advance(Duration.ofMinutes(8));
                used = refreshed(node, used);
                awaitNoted(own);
            }

            assertThat(me(node, unused)).isEqualTo(401);
            assertThat(me(node, used.at("/accessToken"))).isEqualTo(200);
            own.clock.advance(Duration.ofMinutes(1));
            assertThat(me(node, used.at("/accessToken"))).isEqualTo(401);
        }
    }

    private static Answer refreshed(ApiNode node, Answer tokens) {
        Answer answer = new Call(node.port(), "POST", "/api/v1/auth/refresh")
                .json("{\"refreshToken\":\"%s\"}".formatted(tokens.at("/refreshToken")))
                .send();
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    /** Nobody waits for the note of a use. */
    private static void awaitNoted(ApiFixture own) {
        await().untilAsserted(() -> assertThat(
                        own.grid.<String, Session>getMap(GridMaps.SESSIONS).values())
                .extracting(Session::lastSeenAt)
                .contains(own.clock.instant()));
    }

    private void awaitOver(String token) {
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() ->
                        assertThat(api.get(ME).token(token).send().status()).isEqualTo(401));
    }

    private Answer end(String token, String session) {
        return api.call("DELETE", SESSIONS + "/" + session).token(token).send();
    }

    private String login() {
        return api.login(Person.COLLEAGUE.email(), Person.PASSWORD).at("/accessToken");
    }

    private static String login(ApiNode node) {
        return loggedIn(node).at("/accessToken");
    }

    private static Answer loggedIn(ApiNode node) {
        return new Call(node.port(), "POST", "/api/v1/auth/login")
                .json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(Person.COLLEAGUE.email(), Person.PASSWORD))
                .send();
    }

    private static int me(ApiNode node, String token) {
        return new Call(node.port(), "GET", ME).token(token).send().status();
    }
}
