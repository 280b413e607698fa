package org.csrgrid.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionTest {

    private final Session session =
            Session.begin("id", 7, NOW, Duration.ofMinutes(30), Duration.ofHours(12), "x".repeat(300), "192.0.2.1");

    @Test
    void it_is_over_when_unused_for_its_idle_time_to_the_moment() {
        assertThat(session.isOver(NOW.plus(Duration.ofMinutes(30)).minusMillis(1)))
                .isFalse();
        assertThat(session.isOver(NOW.plus(Duration.ofMinutes(30)))).isTrue();
    }

    @Test
    void use_keeps_it_alive_but_not_beyond_its_absolute_end() {
        Session used = session;
        for (int minutes = 20; minutes <= 700; minutes += 20) {
            used = used.used(NOW.plus(Duration.ofMinutes(minutes)));
        }

        assertThat(used.isOver(NOW.plus(Duration.ofMinutes(719)))).isFalse();
        assertThat(used.isOver(NOW.plus(Duration.ofMinutes(720)))).isTrue();
        assertThat(used.endsAt()).isEqualTo(session.expiresAt());
    }

    @Test
    void use_is_noted_once_a_minute_and_never_revives_what_is_over() {
        assertThat(session.used(NOW.plusSeconds(59))).isSameAs(session);
        assertThat(session.used(NOW.plusSeconds(60)).version()).isEqualTo(2);
        assertThat(session.used(NOW.plus(Duration.ofMinutes(30)))).isSameAs(session);
    }

    @Test
    void the_device_is_cut_and_nothing_personal_is_shown() {
        assertThat(session.device()).hasSize(200);
        assertThat(session.toString()).doesNotContain("192.0.2.1", "xxx");
    }
}
