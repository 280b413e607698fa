package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.csrgrid.apinode.auth.PasswordHashing;
import org.csrgrid.domain.account.AccountToken;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.account.AccountJobs.MailKind;
import org.csrgrid.grid.cluster.GridMaps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Registering, and changing, forgetting and resetting passwords. Every test has an address of its own. */
@ExtendWith(SharedApi.class)
class AccountsTest {

    private static final String REGISTER = "/api/v1/auth/register";
    private static final String VERIFY = "/api/v1/auth/register/verify";
    private static final String PASSWORD = "/api/v1/auth/password";
    private static final String FORGOT = "/api/v1/auth/password/forgot";
    private static final String RESET = "/api/v1/auth/password/reset";
    private static final String NEW = "purple otter lantern 42";
    private static final AtomicLong NEXT = new AtomicLong(5_000);

    private final ApiFixture api;
    private final long id = NEXT.getAndIncrement();
    private final String email = "someone." + id + "@example.org";

    AccountsTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void an_address_is_confirmed_before_there_is_an_account_and_a_stranger_begins_as_a_guest() {
        assertThat(post(REGISTER, "{\"email\":\"%s\",\"name\":\"Zoë\",\"language\":\"nl\"}".formatted(email))
                        .status())
                .isEqualTo(202);
        assertThat(api.login(email, NEW).status()).isEqualTo(401);
        String token = MailedLinks.only(api, email, MailKind.VERIFY_ADDRESS);

        assertThat(verify(token, NEW).status()).isEqualTo(204);

        String access = api.login(email, NEW).at("/accessToken");
        Answer me = api.get("/api/v1/auth/me").token(access).send();
        assertThat(List.of(me.at("/name"), me.at("/language"), me.at("/roles/0")))
                .containsExactly("Zoë", "nl", "guest");
        assertThat(verify(token, NEW).problem()).isEqualTo("400 invalid-token");
    }

    @Test
    void Asvs_6_3_8_who_registers_or_forgets_learns_nothing_about_an_address() {
        user(Role.EMPLOYEE);
        String unknown = "nobody." + id + "@example.org";
        String register = "{\"email\":\"%s\",\"name\":\"X\"}";
        String forgot = "{\"email\":\"%s\"}";

        List<Answer> answers = List.of(
                post(REGISTER, register.formatted(email)),
                post(REGISTER, register.formatted(unknown)),
                post(FORGOT, forgot.formatted(email)),
                post(FORGOT, forgot.formatted(unknown)));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEmpty();
        });
        assertThat(MailedLinks.to(api, unknown))
                .extracting(mail -> mail.kind())
                .containsExactlyInAnyOrderElementsOf(MailedLinks.to(api, email).stream()
                        .map(mail -> mail.kind())
                        .toList());
    }

    /** The hash takes most of the time here, so that leaving it out for unknown addresses would show. */
    @Test
    void Asvs_6_3_8_a_log_in_takes_as_long_for_an_unknown_address_as_for_a_wrong_password() {
        Map<String, String> slow = Map.of("security.password-memory", "19456", "security.password-iterations", "4");
        try (ApiNode node = api.another(slow)) {
            String hash = new PasswordHashing(api.settings(slow).security()).hash(Person.PASSWORD);
            api.users().set(id, user(Role.EMPLOYEE, hash));
            long[] known = new long[15];
            long[] unknown = new long[15];
            for (int i = 0; i < known.length; i++) {
                known[i] = nanosOfLogin(node, email);
                unknown[i] = nanosOfLogin(node, "nobody" + email);
            }

            assertThat(median(unknown)).isBetween(median(known) / 2, median(known) * 2);
        }
    }

    @Test
    void Asvs_6_2_4_a_common_password_is_refused_wherever_one_is_chosen() {
        user(Role.EMPLOYEE);
        post(FORGOT, "{\"email\":\"%s\"}".formatted(email));
        String token = MailedLinks.only(api, email, MailKind.RESET_PASSWORD);

        assertThat(reset(token, "Password123!").problem()).isEqualTo("422 invalid-request");
        assertThat(change(login(), Person.PASSWORD, "Password123!")
                        .json()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/newPassword");
        assertThat(reset(token, NEW).status()).isEqualTo(204);
    }

    @Test
    void Asvs_6_2_3_changing_a_password_takes_the_current_one_and_ends_all_other_sessions() {
        user(Role.EMPLOYEE);
        String mine = login();
        String other = login();

        assertThat(change(mine, "wrong", NEW).problem()).isEqualTo("401 invalid-credentials");
        assertThat(change(mine, Person.PASSWORD, NEW).status()).isEqualTo(204);

        assertThat(me(mine)).isEqualTo(200);
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(me(other)).isEqualTo(401));
        assertThat(api.login(email, Person.PASSWORD).status()).isEqualTo(401);
        assertThat(api.login(email, NEW).status()).isEqualTo(200);
        assertThat(MailedLinks.to(api, email)).extracting(mail -> mail.kind()).contains(MailKind.PASSWORD_CHANGED);
    }

    @Test
    void a_mailed_link_resets_a_password_once_however_many_try_at_once_and_ends_all_sessions() {
        user(Role.EMPLOYEE);
        String session = login();
        post(FORGOT, "{\"email\":\"%s\"}".formatted(email.toUpperCase(java.util.Locale.ROOT)));
        String token = MailedLinks.only(api, email, MailKind.RESET_PASSWORD);

        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> reset(token, NEW + i).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(204, 400, 400, 400);
        assertThat(IntStream.range(0, 4).filter(i -> api.login(email, NEW + i).status() == 200))
                .hasSize(1);
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(me(session)).isEqualTo(401));
    }

    @Test
    void a_mailed_link_runs_out_is_good_for_one_thing_only_and_is_kept_as_a_hash() {
        try (ApiFixture own = new ApiFixture()) {
            own.users()
                    .set(id, user(Role.EMPLOYEE, new PasswordHashing(own.settings.security()).hash(Person.PASSWORD)));
            own.post(FORGOT).json("{\"email\":\"%s\"}".formatted(email)).send();
            String token = MailedLinks.only(own, email, MailKind.RESET_PASSWORD);
            String verify = "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, NEW);
            assertThat(own.post(VERIFY).json(verify).send().problem()).isEqualTo("400 invalid-token");
            assertThat(own.grid
                            .<String, AccountToken>getMap(GridMaps.ACCOUNT_TOKENS)
                            .keySet())
                    .allSatisfy(key -> assertThat(key).isNotEqualTo(token).hasSize(43));
            own.clock.advance(Duration.ofMinutes(30));

            String body = "{\"token\":\"%s\",\"newPassword\":\"%s\"}".formatted(token, NEW);
            assertThat(own.post(RESET).json(body).send().problem()).isEqualTo("400 invalid-token");
        }
    }

    @Test
    void an_address_that_is_none_is_refused() {
        for (String wrong :
                List.of("x", "x@y", "a b@example.org", "x@example.org\\r\\nBcc: y@example.org", "@example.org")) {
            assertThat(post(REGISTER, "{\"email\":\"%s\",\"name\":\"X\"}".formatted(wrong))
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    private void user(Role role) {
        api.users().set(id, user(role, new PasswordHashing(api.settings.security()).hash(Person.PASSWORD)));
    }

    private User user(Role role, String hash) {
        return new User(
                id,
                email,
                "Zoë",
                hash,
                Set.of(role),
                0,
                null,
                "en",
                "EUR",
                User.Status.ACTIVE,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    private String login() {
        return api.login(email, Person.PASSWORD).at("/accessToken");
    }

    private int me(String token) {
        return api.get("/api/v1/auth/me").token(token).send().status();
    }

    private Answer change(String token, String current, String wanted) {
        return api.post(PASSWORD)
                .token(token)
                .json("{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, wanted))
                .send();
    }

    private Answer reset(String token, String wanted) {
        return post(RESET, "{\"token\":\"%s\",\"newPassword\":\"%s\"}".formatted(token, wanted));
    }

    private Answer verify(String token, String password) {
        return post(VERIFY, "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password));
    }

    private Answer post(String path, String json) {
        return api.post(path).json(json).send();
    }

    private static long nanosOfLogin(ApiNode node, String email) {
        long begun = System.nanoTime();
        new Call(node.port(), "POST", "/api/v1/auth/login")
                .json("{\"email\":\"%s\",\"password\":\"wrong\"}".formatted(email))
                .send();
        return System.nanoTime() - begun;
    }

    private static long median(long[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }
}
