package org.csrgrid.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.binding.SettingKey;
import org.junit.jupiter.api.Test;

class SecretRulesTest {
    private static final String STRONG = "6f1c3ae0b7d94e5288a1f0c2d3b4e596";

    private static Map<String, String> production(String key, String value) {
        Map<String, String> overrides = new HashMap<>();
        SettingsLoader.keys().stream()
                .filter(SettingKey::secret)
                .forEach(secret -> overrides.put(secret.key(), STRONG));
        overrides.put("security.mode", "production");
        overrides.put("database.url", "jdbc:mysql://db.internal:3306/csr");
        overrides.put(key, value);
        return overrides;
    }

    @Test
    void production_accepts_secrets_that_are_set_and_long() {
        Settings settings = SettingsLoader.defaultsWith(production("node.name", "a"));

        assertThat(settings.security().tokenKey().reveal()).isEqualTo(STRONG);
        assertThatCode(settings::requireSecrets).doesNotThrowAnyException();
    }

    @Test
    void production_refuses_absent_secrets_naming_each() {
        assertThatThrownBy(() -> SettingsLoader.defaultsWith(Map.of("security.mode", "production")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(
                        "security.token-key: not set (expected: a secret text, for example in CSR_SECURITY_TOKEN_KEY)")
                .hasMessageContaining("payments.sandbox-api-key: not set")
                .hasMessageContaining("payments.webhook-secret: not set")
                .hasMessageNotContaining("database.password");
    }

    @Test
    void production_asks_for_the_database_password_where_a_database_is_set() {
        assertThatThrownBy(() -> SettingsLoader.defaultsWith(production("database.password", "")))
                .hasMessageStartingWith("database.password: not set");
    }

    @Test
    void production_refuses_every_value_from_the_documentation() {
        for (String value : SecretRules.DEMO_VALUES) {
            assertThatThrownBy(() -> SettingsLoader.defaultsWith(production("payments.sandbox-api-key", value)))
                    .hasMessageStartingWith("override: payments.sandbox-api-key: refused")
                    .hasMessageNotContaining(value);
        }
    }

    @Test
    void production_refuses_short_keys_without_showing_them() {
        for (String key : new String[] {"security.token-key", "payments.webhook-secret"}) {
            assertThatThrownBy(() -> SettingsLoader.defaultsWith(production(key, "31-characters-are-too-short-for")))
                    .hasMessage("override: " + key + ": refused (expected: 32 characters or more in production)");
        }
    }

    @Test
    void secrets_are_judged_even_when_other_settings_have_problems() {
        Map<String, String> overrides = production("security.token-key", "short");
        overrides.put("grid.port", "abc");

        assertThatThrownBy(() -> SettingsLoader.defaultsWith(overrides))
                .satisfies(thrown -> assertThat(((InvalidSettingsException) thrown).problems())
                        .hasSize(2));
    }

    @Test
    void in_demo_mode_secrets_may_be_absent_until_a_node_requires_them() {
        Settings settings = SettingsLoader.defaultsWith(Map.of());

        assertThatThrownBy(settings::requireSecrets)
                .isInstanceOf(InvalidSettingsException.class)
                .satisfies(thrown -> assertThat(((InvalidSettingsException) thrown).problems())
                        .hasSize(3));
    }

    @Test
    void the_key_of_payloads_is_derived_in_demo_mode_and_set_or_absent_in_production() {
        assertThat(SettingsLoader.defaultsWith(Map.of("security.token-key", "signing"))
                        .payloadKey())
                .contains("signing");
        Map<String, String> without = new HashMap<>(production("node.name", "a"));
        without.remove("jobs.payload-key");
        assertThat(SettingsLoader.defaultsWith(without).payloadKey()).isEmpty();
        assertThat(SettingsLoader.defaultsWith(production("jobs.payload-key", STRONG))
                        .payloadKey())
                .contains(STRONG);
    }

    @Test
    void every_declared_secret_is_known_to_the_rules() {
        assertThat(SettingsLoader.defaultsWith(Map.of()).secrets().keySet())
                .containsExactlyInAnyOrderElementsOf(SettingsLoader.keys().stream()
                        .filter(SettingKey::secret)
                        .map(SettingKey::key)
                        .toList());
    }

    @Test
    void settings_print_without_their_secrets() {
        assertThat(SettingsLoader.defaultsWith(production("node.name", "a")).toString())
                .contains("****")
                .doesNotContain(STRONG);
    }

    @Test
    void heads_of_the_audit_trail_are_signed_with_a_key_production_never_makes_up() {
        assertThat(SettingsLoader.defaultsWith(production("node.name", "a")).requireAuditKey())
                .isEqualTo(STRONG);
        assertThat(SettingsLoader.defaultsWith(Map.of("security.token-key", "t")).requireAuditKey())
                .isEqualTo("audit t");
        assertThatThrownBy(
                        () -> SettingsLoader.defaultsWith(production("audit.signing-key", "")).requireAuditKey())
                .hasMessageStartingWith("audit.signing-key: not set");
        assertThatThrownBy(() -> SettingsLoader.defaultsWith(production("node.name", "a"))
                        .audit()
                        .requireAnchorFolder(SecurityMode.PRODUCTION))
                .hasMessageStartingWith("audit.anchor-folder: not set");
    }
}
