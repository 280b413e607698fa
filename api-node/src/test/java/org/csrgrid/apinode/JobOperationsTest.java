package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Channels, schedules, metrics, and who may do what. */
@ExtendWith(SharedApi.class)
class JobOperationsTest {

    private static final String CHANNELS = "/api/v1/jobs/channels";
    private static final String SCHEDULE = "/api/v1/jobs/schedules/" + MemoryJobs.SCHEDULE;

    private final ApiFixture api;

    JobOperationsTest(ApiFixture api) {
        this.api = api;
    }

    /** One row per route: the statuses of somebody not signed in, an employee, an auditor and an administrator. */
    @ParameterizedTest
    @CsvSource({
        "GET, '', 401, 200, 200, 200",
        "GET, /1-none, 401, 404, 404, 404",
        "GET, /1-none/events, 401, 404, 404, 404",
        "DELETE, /1-none, 401, 403, 403, 404",
        "POST, /1-none/cancel, 401, 404, 404, 404",
        "POST, /1-none/retry, 401, 403, 403, 404",
        "POST, /1-none/snooze, 401, 403, 403, 404",
        "POST, /bulk, 401, 403, 403, 200",
        "GET, /channels, 401, 403, 200, 200",
        "GET, /channels/bulk, 401, 403, 200, 200",
        "PATCH, /channels/bulk, 401, 403, 403, 428",
        "POST, /channels/bulk/pause, 401, 403, 403, 200",
        "POST, /channels/bulk/resume, 401, 403, 403, 200",
        "GET, /schedules, 401, 403, 200, 200",
        "POST, /schedules/none/pause, 401, 403, 403, 404",
        "POST, /schedules/none/resume, 401, 403, 403, 404",
        "POST, /schedules/none/run, 401, 403, 403, 404",
        "GET, /batches/none, 401, 404, 404, 404"
    })
    void every_role_may_what_its_row_says(
            String method, String path, int nobody, int employee, int auditor, int administrator) {
        String body = path.equals("/bulk")
                ? "{\"action\":\"retry\",\"filter\":\"name:nothing-has-this-name\"}"
                : path.endsWith("/snooze") ? "{\"until\":\"2026-12-01T00:00:00Z\"}" : "";

        assertThat(status(api.call(method, "/api/v1/jobs" + path), body)).isEqualTo(nobody);
        assertThat(status(api.as(Person.EMPLOYEE, method, "/api/v1/jobs" + path), body))
                .isEqualTo(employee);
        assertThat(status(api.as(Person.ORGANIZATION_ADMIN, method, "/api/v1/jobs" + path), body))
                .isEqualTo(employee);
        assertThat(status(api.as(Person.GUEST, method, "/api/v1/jobs" + path), body))
                .isEqualTo(employee);
        assertThat(status(api.as(Person.AUDITOR, method, "/api/v1/jobs" + path), body))
                .isEqualTo(auditor);
        assertThat(status(api.as(Person.ADMIN, method, "/api/v1/jobs" + path), body))
                .isEqualTo(administrator);
    }

    private static int status(Call call, String body) {
        return (body.isEmpty() ? call : call.json(body)).send().status();
    }

    @Test
    void channels_show_what_waits_and_what_the_workers_did() {
        Instant now = api.clock.instant();
        put("due", Channel.EXPORTS, now.minusSeconds(90), now.minusSeconds(90));
        put("later", Channel.EXPORTS, now.plusSeconds(90), now);
        api.jobs.worked(Channel.EXPORTS, 3, 1, Duration.ofMillis(15));

        JsonNode exports = channel("exports").json();

        assertThat(exports.get("waiting").asInt()).isEqualTo(1);
        assertThat(exports.get("scheduled").asInt()).isEqualTo(1);
        assertThat(exports.get("oldestAge").asDouble()).isEqualTo(90.0);
        assertThat(exports.get("workersBusy").asInt()).isEqualTo(1);
        assertThat(exports.get("workersLimit").asInt()).isEqualTo(4);
        assertThat(exports.get("successPercent").asDouble()).isEqualTo(75.0);
        assertThat(exports.at("/run/p99").asDouble()).isEqualTo(0.02);
        assertThat(api.as(Person.AUDITOR, "GET", CHANNELS)
                        .send()
                        .json()
                        .get("items")
                        .findValuesAsText("channel"))
                .containsExactly(
                        "payments", "notifications", "exports", "reports", "cache-warming", "bulk", "maintenance");
        assertThat(api.as(Person.AUDITOR, "GET", CHANNELS + "/mail").send().problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void a_channel_is_paused_and_resumed_however_often_it_is_said() {
        assertThat(post(CHANNELS + "/reports/pause").at("/paused")).isEqualTo("true");
        assertThat(post(CHANNELS + "/reports/pause").at("/paused")).isEqualTo("true");
        assertThat(channel("reports").at("/paused")).isEqualTo("true");
        assertThat(post(CHANNELS + "/reports/resume").at("/paused")).isEqualTo("false");
    }

    @Test
    void limits_change_only_for_those_who_saw_the_latest() {
        String path = CHANNELS + "/cache-warming";
        String seen = channel("cache-warming").header("ETag");
        String body = "{\"workersMax\":9}";

        Answer changed = limit(path, seen, body);

        assertThat(changed.at("/workersMax")).isEqualTo("9");
        assertThat(changed.header("ETag")).isNotEqualTo(seen);
        assertThat(limit(path, seen, body).problem()).isEqualTo("412 version-mismatch");
        assertThat(limit(path, changed.header("ETag"), "{\"workersMax\":257}").at("/errors/0/pointer"))
                .isEqualTo("/workersMax");
        assertThat(limit(path, changed.header("ETag"), "{}").at("/errors/0/pointer"))
                .isEqualTo("/workersMax");
    }

    private Answer limit(String path, String tag, String body) {
        return api.as(Person.ADMIN, "PATCH", path)
                .with("If-Match", tag)
                .json(body)
                .send();
    }

    @Test
    void a_schedule_is_paused_resumed_and_run_besides_its_times() {
        api.jobs.schedule(api.clock.instant());

        assertThat(post(SCHEDULE + "/pause").at("/paused")).isEqualTo("true");
        assertThat(schedule().at("/items/0/nextFireAt")).isEqualTo("null");
        assertThat(post(SCHEDULE + "/resume").at("/paused")).isEqualTo("false");
        assertThat(schedule().at("/items/0/nextFireAt")).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(schedule().at("/items/0/missedRuns")).isEqualTo("once");

        Answer run = post(SCHEDULE + "/run");

        assertThat(run.status()).isEqualTo(202);
        assertThat(run.at("/requestedAt")).isEqualTo(api.clock.instant().toString());
    }

    private Answer schedule() {
        return api.as(Person.AUDITOR, "GET", "/api/v1/jobs/schedules").send();
    }

    @Test
    void metrics_show_every_channel() {
        Instant now = api.clock.instant();
        put("due", Channel.BULK, now.minusSeconds(30), now.minusSeconds(30));
        api.jobs.worked(Channel.BULK, 9, 1, Duration.ofMillis(3));

        await().untilAsserted(() -> assertThat(metrics())
                .containsEntry("csr_jobs_waiting|bulk", 1.0)
                .containsEntry("csr_jobs_oldest_age_seconds|bulk", 30.0)
                .containsEntry("csr_jobs_success_percent|bulk", 90.0)
                .containsEntry("csr_jobs_workers_limit|bulk", 4.0)
                .containsEntry("csr_jobs_workers_busy|bulk", 1.0)
                .containsEntry("csr_jobs_paused|bulk", 0.0)
                .containsEntry("csr_jobs_failed|bulk", 1.0)
                .containsEntry("csr_jobs_run_seconds_bucket|bulk|0.005", 10.0)
                .containsEntry("csr_jobs_run_seconds_bucket|bulk|0.002", 0.0)
                .containsEntry("csr_jobs_pickup_seconds_bucket|bulk|+Inf", 10.0));
    }

    /** Values by name and channel, of buckets also by their limit. */
    private Map<String, Double> metrics() {
        var values = new java.util.HashMap<String, Double>();
        var line = java.util.regex.Pattern.compile("(csr_jobs_\\w+)\\{(.*)} (\\S+)");
        api.get("/observe/metrics").send().text().lines().forEach(text -> {
            var matcher = line.matcher(text);
            if (matcher.matches()) {
                String limit = label(matcher.group(2), "le");
                values.put(
                        matcher.group(1) + "|" + label(matcher.group(2), "channel")
                                + (limit.isEmpty() ? "" : "|" + limit),
                        Double.parseDouble(matcher.group(3)));
            }
        });
        return values;
    }

    private static String label(String labels, String name) {
        var matcher = java.util.regex.Pattern.compile("(?:^|,)" + name + "=\"([^\"]*)\"")
                .matcher(labels);
        return matcher.find() ? matcher.group(1) : "";
    }

    private Answer channel(String name) {
        return api.as(Person.ADMIN, "GET", CHANNELS + "/" + name).send();
    }

    private Answer post(String path) {
        return api.as(Person.ADMIN, "POST", path).send();
    }

    private void put(String id, Channel channel, Instant runAt, Instant createdAt) {
        JobRequest request = JobRequest.of("count-" + channel.jsonName(), channel, "{}");
        api.jobs.put(Job.ready("count:" + id, 3, request, runAt, createdAt));
    }
}
