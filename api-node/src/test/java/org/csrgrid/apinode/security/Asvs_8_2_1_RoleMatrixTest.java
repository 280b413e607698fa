package org.csrgrid.apinode.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.csrgrid.apinode.Answer;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.Call;
import org.csrgrid.apinode.Person;
import org.csrgrid.apinode.SharedApi;
import org.csrgrid.apinode.security.Operations.Operation;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every role at every operation of the OpenAPI file, over HTTP. Ids in paths are such as do not exist, so that what is allowed does nothing but is seen to
 * be let in. An operation whose code asks for a permission the file does not name fails here, and the other way round.
 */
@ExtendWith(SharedApi.class)
class Asvs_8_2_1_RoleMatrixTest {

    private static final long FIRST_ID = 9_100;
    private final ApiFixture api;
    private final Operations operations;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    Asvs_8_2_1_RoleMatrixTest(ApiFixture api) {
        this.api = api;
        operations = Operations.of(api);
        for (Role role : Role.values()) {
            api.users().set(FIRST_ID + role.ordinal(), somebody(role));
        }
    }

    private User somebody(Role role) {
        String hash = api.users().get(Person.EMPLOYEE.id).passwordHash();
        return new User(
                FIRST_ID + role.ordinal(),
                email(role),
                "Matrix " + role,
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

    private static String email(Role role) {
        return "matrix-" + role.jsonName() + "@example.org";
    }

    @TestFactory
    Stream<DynamicTest> Asvs_8_2_1_each_role_may_exactly_what_the_file_says() {
        return operations.all().stream()
                .filter(operation -> !isForAll(operation))
                .flatMap(operation -> Stream.of(Role.values())
                        .map(role -> dynamicTest(operation + " as " + role.jsonName(), () -> check(operation, role))));
    }

    private void check(Operation operation, Role role) {
        Answer answer = call(operation).token(token(role)).send();

        if (isAllowed(operation, role)) {
            assertThat(answer.status()).as(answer.text()).isNotIn(401, 403).isLessThan(500);
        } else {
            assertThat(answer.problem()).isEqualTo("403 forbidden");
        }
    }

    @TestFactory
    Stream<DynamicTest> Asvs_8_2_1_nobody_gets_in_without_a_token_or_with_a_wrong_one() {
        return operations.all().stream()
                .filter(operation -> !isForAll(operation))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    if (!isOptional(operation)) {
                        assertThat(call(operation).send().problem()).isEqualTo("401 unauthenticated");
                    }
                    assertThat(call(operation).token("none.of.ours").send().problem())
                            .isEqualTo("401 unauthenticated");
                }));
    }

    @Test
    void Asvs_8_2_1_every_permission_the_file_names_exists_and_what_refuses_lists_403() {
        List<Operation> guarded = operations.all().stream()
                .filter(operation -> !operation.permission().isEmpty())
                .toList();

        assertThat(guarded).hasSizeGreaterThan(15).allSatisfy(operation -> {
            assertThat(Permission.valueOf(operation.permission().toUpperCase(Locale.ROOT)))
                    .isNotNull();
            assertThat(Operations.map(operation.description().get("responses"))).containsKeys("401", "403");
        });
    }

    @Test
    void Api5_2023_operations_for_all_are_few_and_known() {
        assertThat(operations.all().stream()
                        .filter(Asvs_8_2_1_RoleMatrixTest::isForAll)
                        .map(Operation::toString))
                .containsExactlyInAnyOrder(
                        "POST /api/v1/auth/login",
                        "GET /api/v1/organizations",
                        "GET /api/v1/organizations/{id}",
                        "POST /api/v1/payments/webhooks/sandbox");
    }

    private static boolean isForAll(Operation operation) {
        return List.of().equals(operation.description().get("security"));
    }

    private static boolean isOptional(Operation operation) {
        return operation.description().get("security") instanceof List<?> schemes && schemes.contains(Map.of());
    }

    private static boolean isAllowed(Operation operation, Role role) {
        return operation.permission().isEmpty()
                || role.may(Permission.valueOf(operation.permission().toUpperCase(Locale.ROOT)));
    }

    private Call call(Operation operation) {
        return api.call(operation.method(), Operations.fill(operation.path(), "9000000000000000001"));
    }

    /** A new one where the last was used to sign out. */
    private String token(Role role) {
        String known = tokens.get(role);
        if (known != null && api.get("/api/v1/auth/me").token(known).send().status() == 200) {
            return known;
        }
        String fresh = api.login(email(role), Person.PASSWORD).at("/accessToken");
        tokens.put(role, fresh);
        return fresh;
    }
}
