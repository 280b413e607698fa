package org.csrgrid.apinode.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.config.settings.SecuritySettings;
import org.csrgrid.config.settings.SettingsLoader;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final SecuritySettings settings = SettingsLoader.defaultsWith(
                    Map.of("security.token-key", "token-key-of-the-tests-with-enough-characters"))
            .security();
    private final AccessTokens tokens = new AccessTokens(settings);

    @Test
    void a_token_that_was_verified_before_expires_to_the_second_all_the_same() {
        String token = tokens.issue(7, "sid", NOW);
        Instant end = NOW.plus(tokens.life());

        assertThat(tokens.verify(token, NOW)).contains(new AccessTokens.Claims(7, "sid", end));
        assertThat(tokens.verify(token, end.minusMillis(1))).contains(new AccessTokens.Claims(7, "sid", end));
        assertThat(tokens.verify(token, end.plus(Duration.ofSeconds(1)))).isEmpty();
    }

    @Test
    void a_token_that_differs_in_its_signature_is_not_taken_for_a_verified_one() {
        String token = tokens.issue(7, "sid", NOW);
        assertThat(tokens.verify(token, NOW)).isPresent();

        String other = tokens.issue(8, "sid", NOW);
        String forged = token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
        assertThat(tokens.verify(forged, NOW)).isEmpty();
    }

    @Test
    void more_tokens_than_are_remembered_are_all_verified() {
        for (long user = 1; user <= 20_100; user++) {
            assertThat(tokens.verify(tokens.issue(user, "sid", NOW), NOW)
                            .orElseThrow()
                            .userId())
                    .isEqualTo(user);
        }
    }
}
