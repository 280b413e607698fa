package org.csrgrid.launcher.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.gridnode.GridNode;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The commands as an operator runs them, against a real member and a real database. */
class JobsCommandTest {

    private static Path folder;
    private static EmbeddedDatabase server;
    private static GridNode node;
    private static Map<String, String> settings;

    private record Run(int exitCode, String out, String err) {

        JsonNode json() {
            try {
                return new JsonMapper().readTree(out);
            } catch (IOException unreadable) {
                throw new AssertionError(out + err, unreadable);
            }
        }
    }

    @BeforeAll
    static void start() throws IOException {
        folder = Files.createTempDirectory("csr-jobs-");
        server = EmbeddedDatabase.start(EmbeddedOptions.in(folder).withBufferPoolMegabytes(64));
        settings = new HashMap<>(Map.of(
                "grid.cluster-name",
                "jobs-" + UUID.randomUUID(),
                "database.url",
                server.jdbcUrl(),
                "database.user",
                server.user(),
                "database.password",
                server.password(),
                "payments.sandbox-url",
                "http://127.0.0.1:9",
                "payments.sandbox-api-key",
                "test-key"));
        Map<String, String> own = new HashMap<>(settings);
        own.put("grid.port", "0");
        own.put("security.token-key", "a key of the tests");
        own.put("node.name", "jobs-" + UUID.randomUUID());
        node = GridNode.start(SettingsLoader.defaultsWith(own));
        settings.put("grid.join", "127.0.0.1:" + node.port());
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        server.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void a_dead_job_is_found_shown_retried_and_forgotten() {
        Job job = put("no-such-work", Duration.ZERO);
        String id = JobKey.of(job).toString();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        run("list", "state:dead", "name:no-such-work", "--json").json())
                .hasSize(1));

        Run table = run("search", "state:dead", "name:no-such-work");
        Run shown = run("show", id, "--json");

        assertThat(table.out().lines().findFirst().orElseThrow())
                .startsWith("ID ")
                .endsWith("ERROR");
        assertThat(table.out()).contains(id, "maintenance", "dead", "no-such-work");
        assertThat(shown.out()).contains("\"value\":\"dead\"");
        assertThat(run("retry", id)).satisfies(retried -> {
            assertThat(retried.exitCode()).isZero();
            assertThat(retried.out()).contains("ready");
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> run("show", id).out().contains("dead"));
        assertThat(run("forget", id).exitCode()).isZero();
        Run gone = run("show", id);
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.err()).isEqualTo("csr: there is no job %s%n".formatted(id));
    }

    @Test
    void a_job_that_waits_is_snoozed_and_cancelled() {
        String id = JobKey.of(put("later-work", Duration.ofDays(1))).toString();

        assertThat(run("snooze", id, "--until", "2040-01-01T00:00:00Z").out()).contains("2040-01-01T00:00:00Z");
        assertThat(run("retry", id)).satisfies(refused -> {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("is ready, which does not allow this");
        });
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(run("cancel", "--filter", "name:later-work", "--json")
                                .json()
                                .at("/0/changed")
                                .asInt())
                        .isOne());
        assertThat(run("show", id).out()).contains("cancelled");
    }

    @Test
    void channels_are_shown_with_their_figures() {
        JsonNode channels = run("channels", "--json").json();

        assertThat(channels.findValuesAsText("channel"))
                .containsExactly(
                        "payments", "notifications", "exports", "reports", "cache-warming", "bulk", "maintenance");
        assertThat(channels.at("/0/limit").asInt()).isPositive();
    }

    @Test
    void a_paused_channel_keeps_its_jobs_until_it_is_resumed() {
        assertThat(run("pause", "bulk").out()).contains("paused");
        assertThat(run("channels").out().lines().filter(line -> line.startsWith("bulk")))
                .allMatch(line -> line.contains("paused"));
        assertThat(run("resume", "bulk").out()).contains("running");
    }

    @Test
    void schedules_are_shown_and_only_those_there_are_can_be_run() {
        assertThat(run("schedules", "--json").json().findValuesAsText("name"))
                .containsExactly("cleanup-expired-data", "monitor-jobs", "warm-cache");
        assertThat(run("run", "nothing").exitCode()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_is_one_line_and_exit_code_2() {
        Run unreadable = run("list", "state:deadd");
        Run nowhere = execute("list", "--data", folder.resolve("nothing").toString());
        Run wrong = run("pause", "mail");
        Run nobody = execute("list", "--set", "grid.join=127.0.0.1:9", "--set", "grid.cluster-name=nobody");

        assertThat(unreadable.exitCode()).isEqualTo(2);
        assertThat(unreadable.err())
                .startsWith("csr: filter at 6: found \"deadd\"")
                .hasLineCount(1);
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err())
                .startsWith("csr: nothing runs from the data folder")
                .hasLineCount(1);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("there is no channel mail");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).startsWith("csr: ").hasLineCount(1);
    }

    private static Job put(String name, Duration wait) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        JobRequest request = JobRequest.of(name, Channel.MAINTENANCE, "{}");
        Job job = Job.ready(name + ":" + UUID.randomUUID(), 7, request, now.plus(wait), now);
        new JobGrid(node.grid(), JobCipher.NONE).enqueue(job);
        return job;
    }

    private static Run run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        settings.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return execute(all.toArray(String[]::new));
    }

    private static Run execute(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("jobs"));
        all.addAll(List.of(arguments));
        int exitCode = new CommandLine(new BatchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }
}
