package org.csrgrid.mapstore.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.map.MapStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.domain.job.filter.JobFilterSyntaxException;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.filter.InvalidCursorException;
import org.csrgrid.grid.job.filter.JobPage;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.Test;

class JobSearchTest extends StoreTestBase {
    private static final Instant NOW = Story.START;

    /** What could go wrong in SQL, in LIKE, and with blanks and letters. */
    private static final List<String> NASTY = List.of(
            "100%",
            "a_b",
            "axb",
            "it's",
            "' OR 1=1 -- ",
            "\"; DROP TABLE job; --",
            "back\\slash",
            "bang!",
            "?",
            ":p0",
            "<keys>",
            "x ",
            "x",
            "ÄÖ💥",
            "TIMED out",
            "timed OUT",
            "${a}",
            "%",
            "_",
            "/* */",
            "a\\%");

    @Test
    void whatever_is_asked_for_the_database_finds_what_the_filter_means() {
        List<Job> jobs = zoo();
        store(jobs);
        List<String> filters = new ArrayList<>(List.of(
                "",
                "state:ready",
                "state:scheduled",
                "state:running,dead",
                "-state:dead",
                "channel:payments,bulk",
                "-channel:bulk state:succeeded",
                "name:send-*",
                "name:work -name:send-*",
                "id:job-1*",
                "batch:gala",
                "-batch:gala",
                "batch:g*",
                "org:1,2",
                "org>1 org<=3",
                "owner>=2",
                "attempts:1",
                "attempts>0",
                "created>-90s",
                "created<=-90s",
                "run>+0s",
                "finished>2000-01-01",
                "-finished>2000-01-01",
                "finished:2026-01-01,2026-03-01",
                "error~timed",
                "-error~timed",
                "owner>9223372036854775807",
                "cancelled"));
        for (String nasty : NASTY) {
            String quoted = "\"" + nasty.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            filters.addAll(
                    List.of("error~" + quoted, "error:" + quoted, "error:" + quoted + "*", quoted, "-name:" + quoted));
        }
        for (String text : filters) {
            JobFilter filter = JobFilter.parse(text, NOW);
            assertThat(stores.jobSearch().find(filter, null, 1_000).jobs())
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(
                            jobs.stream().filter(filter::matches).toList());
        }
    }

    @Test
    void random_text_is_refused_by_the_parser_or_harmless_in_the_database() {
        List<Job> jobs = zoo();
        store(jobs);
        var random = new Random(20_261_101);
        List<String> parts = new ArrayList<>(NASTY);
        parts.addAll(List.of("error", "name", "state", ":", "~", ">", ",", "*", "-", " ", "\"", "dead"));
        int read = 0;
        for (int i = 0; i < 500; i++) {
            String text = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(_ -> parts.get(random.nextInt(parts.size())))
                    .collect(Collectors.joining());
            try {
                JobFilter filter = JobFilter.parse(text, NOW);
                assertThat(stores.jobSearch().find(filter, null, 1_000).jobs())
                        .as(text)
                        .containsExactlyInAnyOrderElementsOf(
                                jobs.stream().filter(filter::matches).toList());
                read++;
            } catch (JobFilterSyntaxException refused) {
                assertThat(refused.position()).isBetween(0, text.length());
            }
        }
        assertThat(read).isGreaterThan(50);
        assertThat(one("SELECT COUNT(*) FROM job", Integer.class)).isEqualTo(jobs.size());
    }

    @Test
    void pages_go_from_new_to_old_and_do_not_shift_when_jobs_are_added() {
        store(IntStream.range(0, 25)
                .mapToObj(i -> ready("job-" + i, NOW.plusSeconds(i / 2)).restored(NOW))
                .toList());
        List<Job> seen = new ArrayList<>();
        String cursor = null;
        do {
            JobPage page = stores.jobSearch().find(JobFilter.ALL, cursor, 10);
            seen.addAll(page.jobs());
            cursor = page.next();
            store(List.of(ready("newer-" + seen.size(), NOW.plusSeconds(1_000)).restored(NOW)));
        } while (cursor != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(seen).extracting(Job::createdAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void a_cursor_that_no_page_gave_out_is_refused() {
        for (String cursor : List.of("", "x", "%%%", "AAAA", "A".repeat(2_000))) {
            assertThatThrownBy(() -> stores.jobSearch().find(JobFilter.ALL, cursor, 10))
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    @Test
    void jobs_are_counted_by_channel_and_state() {
        store(zoo());
        assertThat(stores.jobSearch().counts().of(Channel.NOTIFICATIONS, JobState.DEAD))
                .isEqualTo(NASTY.size());
        assertThat(stores.jobSearch().counts().of(Channel.EXPORTS, JobState.DEAD))
                .isZero();
    }

    @Test
    void only_what_is_over_and_unchanged_is_forgotten() {
        Job ready = ready("ready", NOW);
        Job dead = dead("dead", "no");
        Job revived = dead("revived", "no");
        store(List.of(ready.restored(NOW), dead, revived.revive(NOW)));
        assertThat(stores.jobSearch().forget(List.of(ready, dead, revived))).isEqualTo(1);
        assertThat(stores.jobSearch().find(JobFilter.ALL, null, 10).jobs())
                .extracting(Job::id)
                .containsExactlyInAnyOrder("ready", "revived");
    }

    private void store(List<Job> jobs) {
        MapStore<JobKey, Job> store = mapStore(GridMaps.JOBS);
        store.storeAll(jobs.stream().collect(Collectors.toMap(JobKey::of, Function.identity())));
    }

    private static List<Job> zoo() {
        List<Job> jobs = new ArrayList<>();
        for (String nasty : NASTY) {
            jobs.add(dead("job-" + jobs.size(), nasty));
        }
        jobs.add(ready("waiting", NOW.minusSeconds(120)));
        jobs.add(running("running"));
        jobs.add(Job.ready("later", 1, request("work", Channel.BULK, 2), NOW.plusSeconds(60), NOW));
        jobs.add(running("succeeded").succeed(List.of(), NOW));
        jobs.add(ready("cancelled", NOW.minusSeconds(120)).cancel(NOW));
        JobRequest member = request("work", Channel.PAYMENTS, 3)
                .with()
                .batch(new BatchPlace("gala", 1))
                .build();
        jobs.add(Job.ready("gala-1", 1, member, NOW, NOW).cancel(NOW));
        // The store of new durable jobs is another's: what is given to this one has changed at least once.
        return jobs.stream()
                .map(job -> job.version() == 1 ? job.restored(NOW) : job)
                .toList();
    }

    private static Job running(String id) {
        return ready(id, NOW.minusSeconds(120))
                .claim("worker", NOW, Duration.ofSeconds(30))
                .orElseThrow();
    }

    private static Job dead(String id, String error) {
        return ready(id, NOW.minusSeconds(60))
                .claim("worker", NOW, Duration.ofSeconds(30))
                .orElseThrow()
                .fail(error, 1, Duration.ZERO, true, NOW);
    }

    private static Job ready(String id, Instant created) {
        return Job.ready(id, 1, request("send-email", Channel.NOTIFICATIONS, 1), created, created);
    }

    private static JobRequest request(String name, Channel channel, long number) {
        return JobRequest.of(name, channel, "{}")
                .with()
                .organization(number)
                .owner(number)
                .build();
    }
}
