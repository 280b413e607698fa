package org.csrgrid.config.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {
    private record Holder(Secret secret) {}

    @Test
    void a_secret_shows_itself_only_when_asked_to() {
        Secret secret = Secret.of("hunter2");

        assertThat(secret).hasToString("****");
        assertThat(new Holder(secret).toString()).doesNotContain("hunter2");
        assertThat(secret.reveal()).isEqualTo("hunter2");
    }

    @Test
    void an_absent_secret_cannot_be_revealed() {
        assertThat(Secret.of("")).isEqualTo(Secret.absent()).hasToString("(not set)");
        assertThatThrownBy(Secret.absent()::reveal).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void secrets_are_equal_when_their_values_are() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b"));
    }
}
