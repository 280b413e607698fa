package org.csrgrid.apinode.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.csrgrid.apinode.Answer;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.Call;
import org.csrgrid.apinode.Person;
import org.csrgrid.apinode.SharedApi;
import org.csrgrid.apinode.security.Operations.Operation;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody else's id in every path: the answer is the one an id gets that does not exist, whatever the operation (also ASVS 8.2.2 and, for the
 * administrator of another organization, 8.4.1).
 */
@ExtendWith(SharedApi.class)
class Api1_2023_ObjectAuthorizationTest {

    private static final String NO_NUMBER = "9000000000000000001";
    private static final long STRANGER = 9_201;
    private static final long OTHER_ADMIN = 9_202;

    private final ApiFixture api;
    private final Operations operations;
    private final Map<String, String> others;

    Api1_2023_ObjectAuthorizationTest(ApiFixture api) {
        this.api = api;
        operations = Operations.of(api);
        api.users().set(STRANGER, somebody(STRANGER, "stranger", Role.EMPLOYEE, 0));
        api.users().set(OTHER_ADMIN, somebody(OTHER_ADMIN, "other-admin", Role.ORGANIZATION_ADMIN, 12));
        others = othersObjects();
    }

    /** Ids of things that only employee 101 and the platform's administrators may know of, by the beginning of paths. */
    private Map<String, String> othersObjects() {
        String draft = Long.toString(
                api.put(api.draft(api.content(Visibility.PRIVATE))).id());
        String donation = api.donate(Person.EMPLOYEE, api.activeCampaign().id(), "25.00");
        return Map.of(
                "/api/v1/campaigns/{id}", draft,
                "/api/v1/donations/{id}", donation,
                "/api/v1/auth/sessions/{id}", api.session(Person.EMPLOYEE));
    }

    private User somebody(long id, String name, Role role, long organization) {
        String hash = api.users().get(Person.EMPLOYEE.id).passwordHash();
        return new User(
                id,
                name + "@example.org",
                name,
                hash,
                Set.of(role),
                organization,
                null,
                "en",
                "EUR",
                User.Status.ACTIVE,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    @TestFactory
    Stream<DynamicTest> Api1_2023_and_Asvs_8_2_2_somebody_elses_id_looks_as_if_it_did_not_exist() {
        return swaps("stranger@example.org");
    }

    @TestFactory
    Stream<DynamicTest> Asvs_8_4_1_another_organizations_id_looks_as_if_it_did_not_exist() {
        return swaps("other-admin@example.org");
    }

    private Stream<DynamicTest> swaps(String email) {
        String token = api.login(email, Person.PASSWORD).at("/accessToken");
        return operations.all().stream()
                .filter(operation -> prefix(operation) != null)
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    String id = others.get(prefix(operation));
                    String none = id.replaceAll("[0-9a-zA-Z]+$", NO_NUMBER.substring(0, 18));
                    Answer theirs = send(operation, id, token);
                    Answer nothing = send(operation, none, token);

                    assertThat(theirs.status()).as(theirs.text()).isBetween(400, 428);
                    assertThat(theirs.text().replace(id, none)).isEqualTo(nothing.text());
                    assertThat(theirs.status()).isEqualTo(nothing.status());
                }));
    }

    private String prefix(Operation operation) {
        return others.keySet().stream()
                .filter(prefix -> operation.path().equals(prefix)
                        || operation.path().startsWith(prefix + "/"))
                .findFirst()
                .orElse(null);
    }

    private Answer send(Operation operation, String id, String token) {
        Call call = api.call(operation.method(), Operations.fill(operation.path(), id))
                .token(token)
                .with("If-Match", "\"v1-0-en-r\"")
                .key("swap");
        return (operation.description().get("requestBody") == null ? call : call.json("{\"reason\":\"because\"}")).send();
    }

    @Test
    void Api1_2023_the_one_they_belong_to_sees_them() {
        for (String path : new String[] {"/api/v1/campaigns/{id}", "/api/v1/donations/{id}"}) {
            assertThat(api.as(Person.EMPLOYEE, "GET", Operations.fill(path, others.get(path)))
                            .send()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void Asvs_8_4_1_lists_hold_nothing_of_others() {
        String token = api.login("other-admin@example.org", Person.PASSWORD).at("/accessToken");
        String draft = others.get("/api/v1/campaigns/{id}");

        assertThat(items("/api/v1/donations", token)).doesNotContain(others.get("/api/v1/donations/{id}"));
        assertThat(items("/api/v1/campaigns?status=draft&organization=11", token)).doesNotContain('"' + draft + '"');
        assertThat(items("/api/v1/jobs", token)).contains("\"items\":[]");
        assertThat(items("/api/v1/auth/sessions", token)).doesNotContain(others.get("/api/v1/auth/sessions/{id}"));
    }

    private String items(String path, String token) {
        Answer answer = api.get(path).token(token).send();
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    @Test
    void Asvs_8_3_2_a_role_taken_away_is_gone_within_ten_seconds_and_a_disabled_user_too() {
        api.users().set(STRANGER, somebody(STRANGER, "stranger", Role.ADMIN, 0));
        String token = api.login("stranger@example.org", Person.PASSWORD).at("/accessToken");
        assertThat(api.get("/api/v1/caches").token(token).send().status()).isEqualTo(200);

        api.users().set(STRANGER, somebody(STRANGER, "stranger", Role.EMPLOYEE, 0));
        api.clock.advance(java.time.Duration.ofSeconds(11));

        assertThat(api.get("/api/v1/caches").token(token).send().problem()).isEqualTo("403 forbidden");
    }
}
