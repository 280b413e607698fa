package org.csrgrid.domain.job.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobFilterTest {

    private static final Job DEAD = job("send-email", Channel.NOTIFICATIONS)
            .claim("worker", NOW, Duration.ofSeconds(30))
            .orElseThrow()
            .fail("MailServer: Timed out, 100% of 3 tries", 1, Duration.ZERO, true, NOW);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "state:dead",
                "state:ready,dead",
                "state:dead channel:notifications",
                "-state:succeeded",
                "channel:payments,notifications",
                "name:send-email",
                "name:send-*",
                "id:send-email:7",
                "id:\"send-email:7\"",
                "id:\"send-\"*",
                "batch:gala",
                "error~\"timed out, 100%\"",
                "error~timed",
                "-error~donation",
                "org:3",
                "org:2,3",
                "owner>=9",
                "owner<10",
                "attempts>0 attempts<2",
                "attempts:1",
                "timed",
                "EMAIL",
                "\"of 3\"",
                "-donation",
                "created>-2h",
                "created<=+0s",
                "-created<-2h",
                "finished>=2026-03-01",
                "finished:2026-03-01",
                "finished<=2026-03-01",
                "run<2026-03-02T00:00:00+02:00"
            })
    void what_fits(String filter) {
        assertThat(JobFilter.parse(filter, NOW).matches(DEAD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state:ready",
                "state:ready,running",
                "state:scheduled",
                "-state:dead",
                "channel:payments",
                "name:send",
                "name:email*",
                "id:\"send-email:7 \"",
                "batch:gal",
                "error~donation",
                "org:4",
                "owner>9",
                "owner>9223372036854775807",
                "owner<-9223372036854775808",
                "attempts<1",
                "donation",
                "-timed",
                "state:dead state:ready",
                "created<-2h",
                "finished>2026-03-01",
                "finished<2026-03-01",
                "finished:2026-02-28"
            })
    void what_does_not_fit(String filter) {
        assertThat(JobFilter.parse(filter, NOW).matches(DEAD)).isFalse();
    }

    @Test
    void a_job_whose_time_has_not_come_is_scheduled_and_not_ready() {
        Job later = Job.ready("later", 7, JobRequest.of("work", Channel.BULK, "{}"), NOW.plusSeconds(1), NOW);

        assertThat(JobFilter.parse("state:scheduled", NOW).matches(later)).isTrue();
        assertThat(JobFilter.parse("state:ready", NOW).matches(later)).isFalse();
        assertThat(JobFilter.parse("state:ready", NOW.plusSeconds(1)).matches(later))
                .isTrue();
        assertThat(JobFilter.parse("run>+0s", NOW).matches(later)).isTrue();
    }

    @Test
    void what_a_job_does_not_have_fits_negations_only() {
        Job ready = Job.ready("one", 7, JobRequest.of("work", Channel.BULK, "{}"), NOW, NOW);

        assertThat(JobFilter.parse("finished>2000-01-01", NOW).matches(ready)).isFalse();
        assertThat(JobFilter.parse("-finished>2000-01-01", NOW).matches(ready)).isTrue();
        assertThat(JobFilter.parse("batch:gala", NOW).matches(ready)).isFalse();
        assertThat(JobFilter.parse("-error~x -batch:gala", NOW).matches(ready)).isTrue();
    }

    @Test
    void a_filter_can_be_narrowed() {
        assertThat(JobFilter.ALL.ownedBy(9).matches(DEAD)).isTrue();
        assertThat(JobFilter.ALL.ownedBy(8).matches(DEAD)).isFalse();
        assertThat(JobFilter.ALL.in(JobState.DEAD, JobState.CANCELLED).matches(DEAD))
                .isTrue();
        assertThat(JobFilter.ALL.in(JobState.CANCELLED).matches(DEAD)).isFalse();
        assertThat(JobFilter.ALL.finishedBefore(NOW).matches(DEAD)).isFalse();
        assertThat(JobFilter.ALL.finishedBefore(NOW.plus(1, ChronoUnit.MICROS)).matches(DEAD))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "state:deadd | 6 | \"deadd\" | one of ready, running, dead, succeeded, cancelled, scheduled",
                "state: | 6 | the end | ready",
                "a state:dead, | 13 | the end | ready",
                "stat:dead | 0 | \"stat:dead\" | one of the fields state, channel, id, name, batch, error, org, owner, attempts",
                "channel:mail | 8 | \"mail\" | one of payments, notifications",
                "channel>mail | 0 | \"channel>mail\" | channel with :",
                "name>x | 0 | \"name>x\" | name with one of : ~",
                "name:a*b | 7 | \"b\" | a value",
                "org:x | 4 | \"x\" | a whole number",
                "org:1* | 4 | \"1*\" | without a star",
                "org~1 | 0 | \"org~1\" | org with one of : < > <= >=",
                "org>1,2 | 5 | \",2\" | several values go with : only",
                "org:99999999999999999999 | 4 | \"99999999999999999999\" | a whole number",
                "created>yesterday | 8 | \"yesterday\" | a date like 2026-11-01",
                "created>2026-02-30 | 8 | \"2026-02-30\" | a date like",
                "created>+999999999-12-31T00:00:00Z | 8 | \"+999999999-12-31T00:00:00Z\" | a date like",
                "error~\"open | 6 | \"\"open\" | a quote that ends it",
                "error~\"a\\b\" | 9 | \"b\"\" | a backslash",
                "- | 1 | the end | a field or a word",
                "x :dead | 2 | \":dead\" | a field or a word",
                "\"a\"b | 3 | \"b\" | a blank"
            })
    void a_mistake_is_named_with_its_place(String filter, int position, String found, String expected) {
        assertThatThrownBy(() -> JobFilter.parse(filter, NOW))
                .isInstanceOfSatisfying(JobFilterSyntaxException.class, mistake -> {
                    assertThat(mistake.position()).isEqualTo(position);
                    assertThat(mistake.found()).isEqualTo(found);
                    assertThat(mistake.expected()).contains(expected);
                    assertThat(mistake).hasMessageContaining("filter at %d: found %s".formatted(position, found));
                });
    }

    @Test
    void a_filter_has_a_longest_length() {
        assertThat(JobFilter.parse("x".repeat(2_000), NOW).matches(DEAD)).isFalse();
        assertThatThrownBy(() -> JobFilter.parse("x".repeat(2_001), NOW))
                .hasMessageContaining("at most 2000 characters");
    }

    private static Job job(String name, Channel channel) {
        JobRequest request = JobRequest.of(name, channel, "{}")
                .with()
                .organization(3)
                .owner(9)
                .batch(new BatchPlace("gala", 0))
                .build();
        Instant created = NOW.minusSeconds(60);
        return Job.ready(name + ":7", 7, request, created, created);
    }
}
