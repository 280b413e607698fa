package org.csrgrid.domain.job.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.NOW;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;

class JobFilterProperties {

    @Property
    void whatever_is_typed_is_read_or_refused_with_a_place_inside_it(@ForAll String text) {
        assertReadOrRefused(text);
    }

    @Property(tries = 5_000)
    void what_looks_like_a_filter_is_read_or_refused_too(@ForAll("almostFilters") String text) {
        assertReadOrRefused(text);
    }

    @Property
    void every_name_in_quotes_finds_the_job_that_has_it(@ForAll("names") String name) {
        Job job = job(name);
        String quoted = "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";

        assertThat(JobFilter.parse("name:" + quoted, NOW).matches(job)).isTrue();
        assertThat(JobFilter.parse("name~" + quoted, NOW).matches(job)).isTrue();
        assertThat(JobFilter.parse(quoted, NOW).matches(job)).isTrue();
        assertThat(JobFilter.parse("-name:" + quoted + "*", NOW).matches(job)).isFalse();
    }

    @Property
    void of_two_complementary_filters_exactly_one_fits(
            @ForAll("instants") Instant created, @ForAll("instants") Instant then) {
        Job job = Job.ready("one", 7, JobRequest.of("work", Channel.BULK, "{}"), created, created);

        assertThat(JobFilter.parse("created<" + then, NOW).matches(job))
                .isNotEqualTo(JobFilter.parse("created>=" + then, NOW).matches(job));
        assertThat(JobFilter.parse("created<=" + then, NOW).matches(job))
                .isNotEqualTo(JobFilter.parse("created>" + then, NOW).matches(job));
    }

    private static void assertReadOrRefused(String text) {
        try {
            JobFilter.parse(text, NOW).matches(job("work"));
        } catch (JobFilterSyntaxException refused) {
            assertThat(refused.position()).isBetween(0, text.length());
            assertThat(refused.expected()).isNotBlank();
        }
    }

    private static Job job(String name) {
        return Job.ready("one", 7, JobRequest.of(name, Channel.BULK, "{}"), NOW, NOW);
    }

    @Provide
    Arbitrary<String> almostFilters() {
        return Arbitraries.of(
                        "state",
                        "channel",
                        "id",
                        "error",
                        "org",
                        "created",
                        ":",
                        "~",
                        ">",
                        "<",
                        "=",
                        ",",
                        "*",
                        "-",
                        "\"",
                        "\\",
                        " ",
                        "dead",
                        "payments",
                        "2026-11-01",
                        "T10:00:00Z",
                        "-2h",
                        "7",
                        "99999999999999999999",
                        "é")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().ofMinLength(1).ofMaxLength(100).filter(name -> !name.isBlank());
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(-5, 5).map(micros -> NOW.plusNanos(micros * 1_000));
    }
}
