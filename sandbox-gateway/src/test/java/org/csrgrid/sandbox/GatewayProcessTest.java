package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as the process a user starts. */
final class GatewayProcessTest {
    @TempDir
    Path folder;

    @Test
    void it_tells_when_it_is_ready_serves_and_stops_on_sigterm() throws Exception {
        Path readyFile = folder.resolve("run/ready.json");
        Process process = start(
                "--ready-file",
                readyFile.toString(),
                "--data",
                folder.resolve("data").toString());
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(readyFile));
            JsonNode ready = new ObjectMapper().readTree(Files.readAllBytes(readyFile));
            assertThat(ready.get("pid").asLong()).isEqualTo(process.pid());
            URI uri = URI.create("http://127.0.0.1:" + ready.get("port").asInt());
            try (Client client = new Client(uri, Sandbox.API_KEY)) {
                assertThat(client.get("/health").json().get("status").asText()).isEqualTo("UP");
                assertThat(client.pay("10.08", "http://127.0.0.1:1/")
                                .get("status")
                                .asText())
                        .isEqualTo("processing");
            }
        } finally {
            process.toHandle().destroy();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(output(process)).contains("listens on", "stopped").doesNotContain("Exception");
        assertThat(readyFile).doesNotExist();
        assertThat(folder.resolve("data/journal.jsonl")).content().contains("\"minorUnits\":1008");
    }

    @Test
    void what_it_answered_survives_its_sudden_death() throws Exception {
        Path readyFile = folder.resolve("ready.json");
        Path data = folder.resolve("data");
        Process process = start("--ready-file", readyFile.toString(), "--data", data.toString());
        String id;
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(readyFile));
            int port = new ObjectMapper()
                    .readTree(Files.readAllBytes(readyFile))
                    .get("port")
                    .asInt();
            try (Client client = new Client(URI.create("http://127.0.0.1:" + port), Sandbox.API_KEY)) {
                id = client.pay("10.08", "http://127.0.0.1:1/").get("id").asText();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (Sandbox sandbox = Sandbox.start(Sandbox.options().withData(data))) {
            await().until(() ->
                    sandbox.client.payment(id).path("status").asText().equals("succeeded"));
        }
    }

    @Test
    void a_taken_port_is_one_clear_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("--port", String.valueOf(taken.getLocalPort()));

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(output(process)).hasLineCount(1).contains("Cannot listen on 127.0.0.1 port");
        }
    }

    @Test
    void a_wrong_argument_is_one_clear_line() throws Exception {
        Process process = start("--colour", "red");

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(output(process)).hasLineCount(1).contains("Unknown argument --colour");
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxGateway.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SANDBOX_API_KEY", Sandbox.API_KEY);
        builder.environment().put("SANDBOX_WEBHOOK_SECRET", Sandbox.SECRET);
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
