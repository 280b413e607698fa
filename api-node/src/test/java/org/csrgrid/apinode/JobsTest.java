package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.domain.job.batch.BatchEnd;
import org.csrgrid.domain.job.batch.BatchRequest;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.DeliveredJob;
import org.csrgrid.grid.job.JobKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedApi.class)
class JobsTest {

    private static final String JOBS = "/api/v1/jobs";
    private static final AtomicLong NEXT = new AtomicLong(1);

    private final ApiFixture api;
    private final String kind = "send-thanks-" + NEXT.getAndIncrement();

    JobsTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void everybody_lists_their_own_jobs_and_those_who_oversee_them_list_all() {
        put("own", ready(Person.EMPLOYEE));
        put("other", ready(Person.COLLEAGUE));
        put("nobodys", JobRequest.of(kind, Channel.NOTIFICATIONS, "{}"));

        assertThat(names(Person.EMPLOYEE)).containsExactly("own");
        assertThat(names(Person.COLLEAGUE)).containsExactly("other");
        assertThat(names(Person.ADMIN)).containsExactlyInAnyOrder("own", "other", "nobodys");
        assertThat(names(Person.AUDITOR)).hasSize(3);
        assertThat(api.get(JOBS).send().problem()).isEqualTo("401 unauthenticated");
    }

    @Test
    void a_filter_cannot_reach_beyond_ones_own_jobs() {
        put("other", ready(Person.COLLEAGUE));

        Answer answer = get(Person.EMPLOYEE, "?filter=" + encoded("owner:" + Person.COLLEAGUE.id));

        assertThat(answer.json().get("items")).isEmpty();
    }

    @Test
    void pages_are_the_latest_first_and_follow_each_other() {
        for (int i = 0; i < 5; i++) {
            put("job-" + i, ready(Person.EMPLOYEE), api.clock.instant().plusSeconds(i));
        }

        Answer first = get(Person.ADMIN, "?limit=2&filter=" + encoded("name:" + kind));
        Answer second = api.as(Person.ADMIN, "GET", first.at("/next")).send();
        Answer third = api.as(Person.ADMIN, "GET", second.at("/next")).send();

        assertThat(ids(first)).containsExactly("job-4", "job-3");
        assertThat(ids(second)).containsExactly("job-2", "job-1");
        assertThat(ids(third)).containsExactly("job-0");
        assertThat(third.json().get("next").isNull()).isTrue();
        assertThat(first.header("Link")).contains("rel=\"next\"");
    }

    @Test
    void a_cursor_fits_its_own_list_only() {
        for (int i = 0; i < 3; i++) {
            put("job-" + i, ready(Person.EMPLOYEE));
        }
        String next = get(Person.EMPLOYEE, "?limit=1&filter=" + encoded("name:" + kind))
                .at("/next");

        assertThat(api.as(Person.COLLEAGUE, "GET", next).send().problem()).isEqualTo("400 invalid-parameter");
        assertThat(api.as(Person.EMPLOYEE, "GET", next.replace(kind, "other"))
                        .send()
                        .problem())
                .isEqualTo("400 invalid-parameter");
    }

    @Test
    void a_filter_that_cannot_be_read_is_refused_with_the_place() {
        Answer answer = get(Person.EMPLOYEE, "?filter=" + encoded("state:deadd"));

        assertThat(answer.problem()).isEqualTo("400 invalid-filter");
        assertThat(answer.at("/errors/0/parameter")).isEqualTo("filter");
        assertThat(answer.at("/errors/0/detail")).startsWith("at 6: found \"deadd\" (expected: one of ready");
    }

    @Test
    void a_job_tells_its_state_progress_log_chain_and_batch() {
        JobRequest last = JobRequest.of("tell-finance", Channel.NOTIFICATIONS, "{}");
        JobRequest request = ready(Person.EMPLOYEE)
                .with()
                .batch(new BatchPlace("gala 1", 3))
                .then(List.of(last))
                .build();
        Job job = put("busy one/two", request);
        Instant now = api.clock.instant();
        Job running = job.claim("worker", now, Duration.ofSeconds(30)).orElseThrow();
        var progress = new JobProgress(1, 4, "first page", now.minusSeconds(10), now);
        api.jobs.put(running.note(new JobTrace(progress, "page-2", List.of("began", "went on"))));

        Answer answer = get(Person.EMPLOYEE, path(job));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/id")).isEqualTo(JobKey.of(job).toString());
        assertThat(answer.at("/state")).isEqualTo("running");
        assertThat(answer.at("/attempts")).isEqualTo("1");
        assertThat(answer.at("/progress/percent")).isEqualTo("25");
        assertThat(answer.at("/progress/message")).isEqualTo("first page");
        assertThat(answer.at("/progress/estimatedEnd"))
                .isEqualTo(now.plusSeconds(30).toString());
        assertThat(answer.at("/log/1")).isEqualTo("went on");
        assertThat(answer.at("/next/0")).isEqualTo("tell-finance");
        assertThat(answer.at("/batch/id")).isEqualTo("gala 1");
        assertThat(answer.at("/links/batch")).isEqualTo(JOBS + "/batches/gala%201");
        assertThat(api.as(Person.EMPLOYEE, "GET", answer.at("/links/self"))
                        .send()
                        .text())
                .isEqualTo(answer.text());
    }

    @Test
    void what_a_job_works_on_is_for_operators_and_never_shown_if_sensitive() {
        Job plain = put(
                "plain",
                ready(Person.EMPLOYEE).with().payload("{\"to\":7}", 2, false).build());
        Job secret = put(
                "secret",
                ready(Person.EMPLOYEE).with().payload("cipher", 1, true).build());

        assertThat(get(Person.ADMIN, path(plain)).at("/payload")).isEqualTo("{\"to\":7}");
        assertThat(get(Person.EMPLOYEE, path(plain)).json().has("payload")).isFalse();
        assertThat(get(Person.AUDITOR, path(plain)).json().has("payload")).isFalse();
        assertThat(get(Person.ADMIN, path(secret)).json().get("payload").isNull())
                .isTrue();
        assertThat(get(Person.ADMIN, path(secret)).text()).doesNotContain("cipher");
    }

    @Test
    void an_unknown_job_and_somebody_elses_look_the_same() {
        Job other = put("other", ready(Person.COLLEAGUE));

        for (String path : List.of(path(other), "/5-nothing", "/nothing", "/99999999999999999999-x")) {
            for (String action : List.of("", "/events")) {
                assertThat(get(Person.EMPLOYEE, path + action).problem()).isEqualTo("404 not-found");
            }
            assertThat(post(Person.EMPLOYEE, path + "/cancel", "").problem()).isEqualTo("404 not-found");
        }
        assertThat(get(Person.EMPLOYEE, path(other)).text().replace(path(other), ""))
                .isEqualTo(get(Person.EMPLOYEE, "/5-nothing").text().replace("/5-nothing", ""));
    }

    @Test
    void what_the_client_has_already_is_not_sent_again() {
        Job job = put("seen", ready(Person.EMPLOYEE));
        String tag = get(Person.EMPLOYEE, path(job)).header("ETag");

        assertThat(seen(Person.EMPLOYEE, job, tag)).isEqualTo(304);
        assertThat(seen(Person.ADMIN, job, tag)).isEqualTo(200);
        api.jobs.put(job.snooze(api.clock.instant()));
        assertThat(seen(Person.EMPLOYEE, job, tag)).isEqualTo(200);
    }

    private int seen(Person person, Job job, String tag) {
        return api.as(person, "GET", JOBS + path(job))
                .with("If-None-Match", tag)
                .send()
                .status();
    }

    @Test
    void owners_cancel_their_jobs_and_overseers_only_look() {
        Job job = put("mine", ready(Person.EMPLOYEE));

        assertThat(post(Person.AUDITOR, path(job) + "/cancel", "").problem()).isEqualTo("403 forbidden");
        assertThat(post(Person.EMPLOYEE, path(job) + "/cancel", "").at("/state"))
                .isEqualTo("cancelled");
        assertThat(post(Person.EMPLOYEE, path(job) + "/cancel", "").problem()).isEqualTo("409 job-state");
    }

    @Test
    void a_running_job_is_asked_to_stop() {
        Job job = put("busy", ready(Person.EMPLOYEE));
        api.jobs.put(
                job.claim("worker", api.clock.instant(), Duration.ofSeconds(30)).orElseThrow());

        Answer answer = post(Person.ADMIN, path(job) + "/cancel", "");

        assertThat(answer.at("/state")).isEqualTo("running");
        assertThat(answer.at("/cancelRequested")).isEqualTo("true");
    }

    @Test
    void operators_retry_snooze_and_forget() {
        Job job = dead("poor");

        assertThat(post(Person.ADMIN, path(job) + "/snooze", until("2026-12-01T00:00:00Z"))
                        .problem())
                .isEqualTo("409 job-state");
        assertThat(post(Person.ADMIN, path(job) + "/retry", "").at("/state")).isEqualTo("ready");
        assertThat(post(Person.ADMIN, path(job) + "/snooze", until("2026-12-01T00:00:00Z"))
                        .at("/runAt"))
                .isEqualTo("2026-12-01T00:00:00Z");
        assertThat(post(Person.ADMIN, path(job) + "/snooze", until("tomorrow")).problem())
                .isEqualTo("422 invalid-request");
        assertThat(delete(job).problem()).isEqualTo("409 job-state");
        post(Person.ADMIN, path(job) + "/cancel", "");
        deliver(job);
        assertThat(delete(job).status()).isEqualTo(204);
        assertThat(delete(job).problem()).isEqualTo("404 not-found");
    }

    private Answer delete(Job job) {
        return api.as(Person.ADMIN, "DELETE", JOBS + path(job)).send();
    }

    @Test
    void a_job_only_the_database_remembers_is_shown_and_begins_again() {
        Job job = dead("archived");
        api.jobs.map().remove(JobKey.of(job));
        api.jobs.archive.put(JobKey.of(job), job);

        assertThat(get(Person.EMPLOYEE, path(job)).at("/state")).isEqualTo("dead");
        assertThat(post(Person.ADMIN, path(job) + "/retry", "").at("/state")).isEqualTo("ready");
        assertThat(api.jobs.map().get(JobKey.of(job)).attempts()).isZero();
    }

    @Test
    void a_job_only_the_database_remembers_is_forgotten_too() {
        Job job = dead("old");
        api.jobs.map().remove(JobKey.of(job));
        api.jobs.archive.put(JobKey.of(job), job);

        assertThat(delete(job).status()).isEqualTo(204);
        assertThat(get(Person.ADMIN, path(job)).status()).isEqualTo(404);
    }

    @Test
    void operators_act_on_all_jobs_a_filter_finds() {
        Job first = dead("first");
        Job second = dead("second");
        Job waiting = put("waiting", ready(Person.EMPLOYEE));

        Answer retried = bulk("retry");
        assertThat(retried.at("/changed")).isEqualTo("2");
        assertThat(states(first, second, waiting)).containsOnly("ready");

        assertThat(bulk("cancel").at("/changed")).isEqualTo("3");
        assertThat(states(first, second, waiting)).containsOnly("cancelled");

        List.of(first, second, waiting).forEach(this::deliver);
        assertThat(bulk("forget").at("/changed")).isEqualTo("0");
        assertThat(bulk("prune").at("/changed")).isEqualTo("3");
        assertThat(get(Person.ADMIN, path(first)).status()).isEqualTo(404);
    }

    private List<String> states(Job... jobs) {
        return java.util.Arrays.stream(jobs)
                .map(job -> get(Person.ADMIN, path(job)).at("/state"))
                .toList();
    }

    private Answer bulk(String action) {
        return post(Person.ADMIN, "/bulk", "{\"action\":\"%s\",\"filter\":\"name:%s\"}".formatted(action, kind));
    }

    @Test
    void a_bulk_request_says_which_jobs_and_what() {
        assertThat(post(Person.ADMIN, "/bulk", "{\"action\":\"retry\"}").at("/errors/0/pointer"))
                .isEqualTo("/filter");
        assertThat(post(Person.ADMIN, "/bulk", "{\"action\":\"explode\",\"filter\":\"state:dead\"}")
                        .at("/errors/0/pointer"))
                .isEqualTo("/action");
        Answer unreadable = post(Person.ADMIN, "/bulk", "{\"action\":\"retry\",\"filter\":\"nonsense:1\"}");
        assertThat(unreadable.problem()).isEqualTo("400 invalid-filter");
        assertThat(unreadable.at("/errors/0/pointer")).isEqualTo("/filter");
        assertThat(unreadable.at("/errors/0/detail")).startsWith("at 0: ");
    }

    @Test
    void batches_are_for_their_owner_and_for_overseers() {
        Instant now = api.clock.instant();
        String id = "batch " + kind;
        batch(id, now);
        String path = "/batches/" + encoded(id);

        Answer own = get(Person.EMPLOYEE, path);

        assertThat(own.at("/percent")).isEqualTo("75");
        assertThat(own.at("/failed")).isEqualTo("1");
        assertThat(api.as(Person.EMPLOYEE, "GET", own.at("/links/jobs")).send().status())
                .isEqualTo(200);
        assertThat(get(Person.AUDITOR, path).status()).isEqualTo(200);
        assertThat(get(Person.COLLEAGUE, path).problem()).isEqualTo("404 not-found");
        assertThat(get(Person.ADMIN, "/batches/none").problem()).isEqualTo("404 not-found");
    }

    /** Eight jobs, of which six are over and one of those is dead. */
    private void batch(String id, Instant now) {
        JobBatch begun = JobBatch.begun(
                new BatchRequest(id, "gala", Person.EMPLOYEE.id, List.of(), List.of(), List.of()), 8, now);
        List<BatchEnd> ends = IntStream.range(0, 6)
                .mapToObj(place -> new BatchEnd(place, place == 0 ? JobState.DEAD : JobState.SUCCEEDED))
                .toList();
        api.grid.<String, JobBatch>getMap(GridMaps.JOB_BATCHES).set(id, begun.report(ends, now));
    }

    private static String until(String time) {
        return "{\"until\":\"%s\"}".formatted(time);
    }

    private JobRequest ready(Person owner) {
        return JobRequest.of(kind, Channel.NOTIFICATIONS, "{}")
                .with()
                .owner(owner.id)
                .build();
    }

    private Job dead(String id) {
        Job running = put(id, ready(Person.EMPLOYEE))
                .claim("worker", api.clock.instant(), Duration.ofSeconds(30))
                .orElseThrow();
        Job dead = running.fail("no luck", 1, Duration.ZERO, true, api.clock.instant())
                .delivered(api.clock.instant());
        api.jobs.put(dead);
        return dead;
    }

    /** What a job that is over owes is delivered, as a member does. */
    private void deliver(Job job) {
        long version = api.jobs.map().get(JobKey.of(job)).version();
        api.jobs.map().executeOnKey(JobKey.of(job), new DeliveredJob(version, api.clock.instant()));
    }

    private Job put(String id, JobRequest request) {
        return put(id, request, api.clock.instant());
    }

    private Job put(String id, JobRequest request, Instant createdAt) {
        Job job = Job.ready(kind + ":" + id, 7, request, createdAt, createdAt);
        api.jobs.put(job);
        return job;
    }

    private List<String> names(Person person) {
        return ids(get(person, "?filter=" + encoded("name:" + kind)));
    }

    private List<String> ids(Answer answer) {
        return answer.json().get("items").findValuesAsText("id").stream()
                .filter(id -> id.contains(kind))
                .map(id -> id.substring(id.lastIndexOf(':') + 1))
                .toList();
    }

    private Answer get(Person person, String path) {
        return api.as(person, "GET", JOBS + path).send();
    }

    private Answer post(Person person, String path, String body) {
        Call call = api.as(person, "POST", JOBS + path);
        return body.isEmpty() ? call.send() : call.json(body).send();
    }

    private static String path(Job job) {
        return "/" + encoded(JobKey.of(job).toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
