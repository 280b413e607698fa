package org.csrgrid.gridnode.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadJobNoticeTest {

    private static final Instant NOW = Instant.parse("2026-11-05T10:10:00Z");

    @Test
    void deaths_that_differ_in_numbers_and_ids_only_are_told_of_once_an_hour() {
        String first = noticeId(dead("export", "no file 17 for 3f2504e0-4f89-11d3-9a0c-0305e82c3301"), NOW);
        String same = noticeId(
                dead("export", "no file 9999 for 9b2c04e0-4f89-11d3-9a0c-0305e82c3302"),
                NOW.plus(Duration.ofMinutes(49)));
        String nextHour = noticeId(dead("export", "no file 17"), NOW.plus(Duration.ofMinutes(50)));

        assertThat(same).isEqualTo(first);
        assertThat(nextHour).isNotEqualTo(first);
    }

    @Test
    void another_reason_or_another_kind_of_job_is_told_of_too() {
        String first = noticeId(dead("export", "no file"), NOW);

        assertThat(noticeId(dead("export", "no disk"), NOW)).isNotEqualTo(first);
        assertThat(noticeId(dead("report", "no file"), NOW)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"job-failed", "notify-admins", "send-email"})
    void who_tells_is_never_told_of(String name) {
        assertThat(DeadJobNotice.of(dead(name, "no mail server"), NOW)).isEmpty();
    }

    @Test
    void a_job_that_is_tried_again_is_not_told_of() {
        Job failed = running("export").fail("no file", 2, Duration.ZERO, false, NOW);

        assertThat(DeadJobNotice.of(failed, NOW)).isEmpty();
    }

    private static String noticeId(Job dead, Instant now) {
        return DeadJobNotice.of(dead, now).orElseThrow().id();
    }

    private static Job dead(String name, String error) {
        return running(name).fail(error, 1, Duration.ZERO, true, NOW);
    }

    private static Job running(String name) {
        Job ready = Job.ready("job-1", 0, JobRequest.of(name, Channel.EXPORTS, "{}"), NOW, NOW);
        return ready.claim("worker", NOW, Duration.ofSeconds(30)).orElseThrow();
    }
}
