package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The process as the launcher starts it. */
@ExtendWith(SharedApi.class)
class ApiNodeProcessTest {

    private static final int SIGTERM_EXIT = 143;
    private final ApiFixture api;

    @TempDir
    Path folder;

    ApiNodeProcessTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void it_says_when_it_is_ready_serves_and_stops_in_order_on_sigterm() throws Exception {
        Path ready = folder.resolve("ready.json");
        ProcessBuilder builder = process("--config", configuration(ready).toString());
        secrets(builder);
        Process process = builder.start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(ready) || !process.isAlive());
            assertThat(ready).as(output()).exists();
            String json = Files.readString(ready);
            int port = Integer.parseInt(json.replaceAll(".*\"port\":(\\d+).*", "$1"));

            assertThat(json).contains("\"pid\":" + process.pid());
            assertThat(new Call(port, "GET", "/api/v1/organizations/11").send().status())
                    .isEqualTo(200);
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(SIGTERM_EXIT);
            assertThat(output()).contains("The API has stopped").doesNotContain(ApiFixture.WEBHOOK_SECRET);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void without_secrets_or_with_wrong_arguments_it_says_so_in_a_line_and_ends() throws Exception {
        Process missing = process().start();
        assertThat(missing.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(missing.exitValue()).isEqualTo(2);
        assertThat(output()).contains("security.token-key").doesNotContain("\tat ");

        Process wrong = process("--port", "1").start();
        assertThat(wrong.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong.exitValue()).isEqualTo(2);
        assertThat(output()).contains("usage");
    }

    private Path configuration(Path ready) throws IOException {
        return Files.writeString(folder.resolve("csr.yaml"), """
                node:
                  ready-file: %s
                grid:
                  cluster-name: %s
                  join: ["%s"]
                api:
                  port: 0
                """.formatted(
                        ready,
                        api.settings.grid().clusterName(),
                        api.settings.grid().join().getFirst()));
    }

    private static void secrets(ProcessBuilder builder) {
        builder.environment().put("CSR_SECURITY_TOKEN_KEY", "token-key-of-the-tests-with-enough-characters");
        builder.environment().put("CSR_PAYMENTS_SANDBOX_API_KEY", "api-key-of-the-tests");
        builder.environment().put("CSR_PAYMENTS_WEBHOOK_SECRET", ApiFixture.WEBHOOK_SECRET);
    }

    private ProcessBuilder process(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dlogback.configurationFile=logback-api.xml",
                "-cp",
                System.getProperty("java.class.path"),
                ApiNodeProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile());
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("out.log"));
        } catch (IOException none) {
            return "";
        }
    }
}
