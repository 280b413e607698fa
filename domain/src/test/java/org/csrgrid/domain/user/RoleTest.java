package org.csrgrid.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.NOW;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            guest              | ''
            employee           | DONATE CREATE_CAMPAIGN
            manager            | DONATE CREATE_CAMPAIGN SEE_ANALYTICS
            organization_admin | DONATE CREATE_CAMPAIGN RUN_ORGANIZATION
            admin              | DONATE CREATE_CAMPAIGN RUN_ANY_CAMPAIGN APPROVE_CAMPAIGN SEE_ANY_DONATION REFUND SEE_ANY_JOB RUN_JOBS END_ANY_SESSION SEE_ANALYTICS RUN_CACHES SEE_AUDIT
            super_admin        | DONATE CREATE_CAMPAIGN RUN_ORGANIZATION RUN_ANY_CAMPAIGN APPROVE_CAMPAIGN SEE_ANY_DONATION REFUND SEE_ANY_JOB RUN_JOBS END_ANY_SESSION SEE_ANALYTICS RUN_CACHES SEE_AUDIT OPERATE
            auditor            | SEE_ANY_DONATION SEE_ANY_JOB SEE_ANALYTICS SEE_AUDIT
            service_account    | ''
            """)
    void each_role_may_do_exactly_this(String name, String permissions) {
        Role role = Role.fromJsonName(name).orElseThrow();

        assertThat(Arrays.stream(Permission.values()).filter(role::may).map(Enum::name))
                .isEqualTo(permissions.isEmpty() ? List.of() : List.of(permissions.split(" ")));
    }

    @Test
    void a_user_never_shows_the_password_hash_or_the_address() {
        assertThat(user("ada@example.org").toString()).doesNotContain("$argon2id", "ada@example.org");
    }

    @Test
    void an_address_is_lower_case() {
        assertThatThrownBy(() -> user("Ada@example.org")).hasMessageContaining("expected: lower case");
    }

    private static User user(String email) {
        return new User(
                1,
                email,
                "Ada",
                "$argon2id$secret",
                Set.of(Role.EMPLOYEE),
                0,
                null,
                "en",
                "EUR",
                User.Status.ACTIVE,
                NOW,
                NOW,
                1);
    }
}
