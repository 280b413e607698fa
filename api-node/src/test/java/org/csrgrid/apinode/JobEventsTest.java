package org.csrgrid.apinode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.grid.job.JobKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stream over a plain socket, as nothing else shows when which byte arrives. */
@ExtendWith(SharedApi.class)
class JobEventsTest {

    private static final AtomicLong NEXT = new AtomicLong(1);

    private final ApiFixture api;

    JobEventsTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void a_job_is_followed_to_its_end() throws Exception {
        Job job = running();
        List<String> lines = new CopyOnWriteArrayList<>();
        try (Socket socket = open(Person.EMPLOYEE, job)) {
            Thread reader = Thread.ofVirtual().start(() -> read(socket, lines));
            await().untilAsserted(() -> assertThat(events(lines)).containsExactly("progress"));

            Job half = progressed(job, 2);
            await().untilAsserted(() -> assertThat(events(lines)).containsExactly("progress", "progress"));
            assertThat(lines).anyMatch(line -> line.contains("\"percent\":50"));
            await().untilAsserted(() -> assertThat(lines).contains("event:alive"));

            api.jobs.put(half.succeed(List.of(), api.clock.instant()));
            reader.join(Duration.ofSeconds(10));
            assertThat(reader.isAlive()).isFalse();
        }
        assertThat(lines.getFirst()).startsWith("HTTP/1.1 200");
        assertThat(lines).anyMatch(line -> line.toLowerCase(Locale.ROOT).equals("content-type: text/event-stream"));
        assertThat(events(lines)).containsExactly("progress", "progress", "end");
        assertThat(lines).noneMatch(line -> line.contains("payload"));
    }

    @Test
    void a_job_that_is_forgotten_meanwhile_is_gone() throws Exception {
        Job job = running();
        List<String> lines = new CopyOnWriteArrayList<>();
        try (Socket socket = open(Person.EMPLOYEE, job)) {
            Thread reader = Thread.ofVirtual().start(() -> read(socket, lines));
            await().untilAsserted(() -> assertThat(events(lines)).containsExactly("progress"));

            api.jobs.map().delete(JobKey.of(job));

            reader.join(Duration.ofSeconds(10));
        }
        assertThat(events(lines)).containsExactly("progress", "gone");
    }

    /** The job's state is large and the reader's window small, so that the node is soon blocked in writing. */
    @Test
    void a_reader_that_does_not_read_is_dropped() throws Exception {
        Job job = running();
        List<String> large = java.util.Collections.nCopies(50, "x".repeat(500));
        try (Socket socket = open(Person.EMPLOYEE, job)) {
            await().until(() -> api.streams.count() > 0);
            Job[] latest = {job};
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> {
                        latest[0] = latest[0].note(new JobTrace(null, null, large));
                        api.jobs.put(latest[0]);
                        return api.streams.count() == 0;
                    });
            assertThat(socket.isClosed()).isFalse();
        }
    }

    private Job running() {
        Instant now = api.clock.instant();
        JobRequest request = JobRequest.of("export", Channel.EXPORTS, "{}")
                .with()
                .owner(Person.EMPLOYEE.id)
                .build();
        Job job = Job.ready("followed:" + NEXT.getAndIncrement(), 4, request, now, now)
                .claim("worker", now, Duration.ofMinutes(5))
                .orElseThrow();
        api.jobs.put(job);
        return job;
    }

    private Job progressed(Job job, long done) {
        Instant now = api.clock.instant();
        Job noted = job.note(new JobTrace(new JobProgress(done, 4, null, now, now), null, List.of()));
        api.jobs.put(noted);
        return noted;
    }

    private Socket open(Person person, Job job) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", api.port()));
        String request =
                "GET /api/v1/jobs/%s/events HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(JobKey.of(job), api.token(person));
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return socket;
    }

    private static void read(Socket socket, List<String> lines) {
        try {
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("closed");
        }
    }

    private static List<String> events(List<String> lines) {
        var names = new ArrayList<String>();
        lines.stream()
                .filter(line -> line.startsWith("event:") && !line.equals("event:alive"))
                .forEach(line -> names.add(line.substring(6).strip()));
        return names;
    }
}
