package org.csrgrid.apinode.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.csrgrid.apinode.auth.PasswordHashing;
import org.csrgrid.config.settings.SettingsLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final List<String> OWNER = List.of("zoe.jansen@example.org", "Zoë van Houten");

    private final PasswordPolicy policy = new PasswordPolicy(12);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password123!",
                "P@ssw0rd!!!!",
                "passwordpassword",
                "123qweasdzxc1",
                "qwertyuiop12",
                "!!!!letmein!!",
                "123456789012",
                "2026-11-26-12:30",
                "aaaaaaaaaaaaaaaa",
                "abababababab",
                "abcdefghijklm",
                "Superman-1234"
            })
    void Asvs_6_2_4_and_6_2_12_what_is_common_or_breached_is_refused_also_in_disguise(String password) {
        assertThat(policy.objection(password, OWNER)).as(password).hasValueSatisfying(objection -> assertThat(objection)
                .contains("tried first"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "purple-otter-42-lantern",
                "zwölf Boxkämpfer jagen",
                "密码密码不是好的一个密码啊呀",
                "tr0ub4dor&3xyzzy"
            })
    void Asvs_6_2_5_every_kind_of_character_will_do_and_none_is_asked_for(String password) {
        assertThat(policy.objection(password, OWNER)).as(password).isEmpty();
    }

    @Test
    void Asvs_6_2_1_what_is_shorter_than_configured_is_refused_counted_in_characters() {
        assertThat(policy.objection("x9-fooQ-bar", OWNER)).contains("expected: 12 characters or more");
        assertThat(policy.objection("💧".repeat(11), OWNER)).contains("expected: 12 characters or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i-am-JANSEN-of-7", "houten-klaas-94x", "my-csr-grid-login"})
    void Asvs_6_2_11_neither_the_owner_nor_the_product_is_in_it(String password) {
        assertThat(policy.objection(password, OWNER))
                .hasValueSatisfying(objection -> assertThat(objection).contains("neither your name"));
    }

    @Test
    void Asvs_6_2_9_long_passwords_are_taken_and_Asvs_6_2_8_no_character_of_them_is_lost() {
        var hashing = new PasswordHashing(SettingsLoader.defaultsWith(
                        java.util.Map.of("security.token-key", "k".repeat(32), "security.password-memory", "1024"))
                .security());
        String password = "long Passphrase 9 ".repeat(50) + "a";
        assertThat(policy.objection(password, OWNER)).isEmpty();
        String hash = hashing.hash(password);

        assertThat(hashing.verify(password, hash)).isTrue();
        assertThat(hashing.verify(password.substring(0, password.length() - 1) + "b", hash))
                .isFalse();
        assertThat(hashing.verify(password.toLowerCase(java.util.Locale.ROOT), hash))
                .isFalse();
    }

    @Test
    void the_list_that_ships_has_far_more_than_the_three_thousand_that_are_asked_for() {
        assertThat(CommonPasswords.shipped().size()).isGreaterThan(25_000);
    }
}
