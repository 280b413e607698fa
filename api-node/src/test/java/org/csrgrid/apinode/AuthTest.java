package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.csrgrid.apinode.auth.PasswordHashing;
import org.csrgrid.apinode.auth.TokenForge;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SharedApi.class)
class AuthTest {

    private static final String ME = "/api/v1/auth/me";
    private final ApiFixture api;

    AuthTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void the_right_password_gives_a_bearer_token_that_says_who_one_is() {
        Answer login = api.login("Employee@Example.org", Person.PASSWORD);

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.at("/tokenType")).isEqualTo("Bearer");
        assertThat(login.json().get("expiresIn").asInt()).isEqualTo(900);
        Answer me = api.get(ME).token(login.at("/accessToken")).send();
        assertThat(me.at("/email")).isEqualTo("employee@example.org");
        assertThat(me.at("/roles/0")).isEqualTo("employee");
        assertThat(me.text()).doesNotContain("argon2");
        assertThat(me.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void an_unknown_address_is_answered_exactly_like_a_wrong_password() {
        Answer wrong = api.login(Person.EMPLOYEE.email(), "wrong");
        Answer unknown = api.login("nobody@example.org", "wrong");

        assertThat(wrong.problem()).isEqualTo("401 invalid-credentials");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(unknown.status()).isEqualTo(wrong.status());
    }

    @Test
    void a_login_without_fields_names_them() {
        Answer answer = api.post("/api/v1/auth/login").json("{}").send();

        assertThat(answer.problem()).isEqualTo("422 invalid-request");
        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/email", "/password");
    }

    @Test
    void without_a_token_one_is_nobody() {
        Answer answer = api.get(ME).send();

        assertThat(answer.problem()).isEqualTo("401 unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @EnumSource(TokenForge.class)
    void a_token_that_is_not_exactly_right_is_refused(TokenForge forged) {
        String token = forged.token(
                api.settings.security(), Person.EMPLOYEE.id, api.session(Person.EMPLOYEE), api.clock.instant());

        assertThat(api.get(ME).token(token).send().status()).isEqualTo(forged.isGenuine() ? 200 : 401);
    }

    @Test
    void a_bad_token_is_refused_even_where_none_is_needed() {
        assertThat(api.get("/api/v1/campaigns").token("x.y.z").send().status()).isEqualTo(401);
    }

    @Test
    void a_disabled_user_is_out_within_ten_seconds_and_cannot_log_in_again() {
        var clock = new TestClock(api.clock.instant());
        try (ApiNode node = ApiNode.start(api.settings, clock)) {
            User user = user(900, User.Status.ACTIVE);
            api.users().set(user.id(), user);
            String token = login(node).at("/accessToken");
            assertThat(me(node, token)).isEqualTo(200);

            api.users().set(user.id(), user(900, User.Status.SUSPENDED));
            clock.advance(Duration.ofSeconds(10));

            assertThat(me(node, token)).isEqualTo(401);
            assertThat(login(node).problem()).isEqualTo("401 invalid-credentials");
        }
    }

    @Test
    void an_expired_token_is_refused() {
        var clock = new TestClock(api.clock.instant());
        try (ApiNode node = ApiNode.start(api.settings, clock)) {
            String token = api.token(Person.EMPLOYEE);
            clock.advance(Duration.ofMinutes(14));
            assertThat(me(node, token)).isEqualTo(200);

            clock.advance(Duration.ofMinutes(2));

            assertThat(me(node, token)).isEqualTo(401);
        }
    }

    private static int me(ApiNode node, String token) {
        return new Call(node.port(), "GET", ME).token(token).send().status();
    }

    private static Answer login(ApiNode node) {
        return new Call(node.port(), "POST", "/api/v1/auth/login")
                .json("{\"email\":\"disabled@example.org\",\"password\":\"%s\"}".formatted(Person.PASSWORD))
                .send();
    }

    private User user(long id, User.Status status) {
        String hash = new PasswordHashing(api.settings.security()).hash(Person.PASSWORD);
        return new User(
                id,
                "disabled@example.org",
                "D",
                hash,
                Set.of(Role.EMPLOYEE),
                0,
                null,
                "en",
                "EUR",
                status,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }
}
