package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    private static final Map<String, String> SECRETS =
            Map.of("SANDBOX_API_KEY", "key", "SANDBOX_WEBHOOK_SECRET", "secret");

    @Test
    void secrets_come_from_the_environment_and_are_not_printed() {
        SandboxGatewayOptions options =
                CommandLine.parse(new String[0], SECRETS).options();

        assertThat(options.apiKey()).isEqualTo("key");
        assertThat(options.webhookSecret()).isEqualTo("secret");
        assertThat(options.toString()).doesNotContain("key", "secret");
    }

    @Test
    void every_argument_arrives() {
        String line = "--port 8088 --bind ::1 --api-key a --webhook-secret b --data d --public-url https://pay.example/"
                + " --webhook-workers 3 --late-webhook 2m --late-answer 700ms --ready-file r.json";
        CommandLine read = CommandLine.parse(line.split(" "), Map.of());

        assertThat(read.readyFile()).contains(Path.of("r.json"));
        SandboxGatewayOptions options = read.options();
        assertThat(options.port()).isEqualTo(8088);
        assertThat(options.bind()).isEqualTo("::1");
        assertThat(options.apiKey()).isEqualTo("a");
        assertThat(options.webhookSecret()).isEqualTo("b");
        assertThat(options.data()).contains(Path.of("d"));
        assertThat(options.publicUrl().orElseThrow()).hasToString("https://pay.example");
        assertThat(options.delivery().concurrency()).isEqualTo(3);
        assertThat(options.timing().lateWebhook()).isEqualTo(Duration.ofMinutes(2));
        assertThat(options.timing().lateAnswer()).isEqualTo(Duration.ofMillis(700));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port",
                "--port x",
                "--port 65536",
                "--port 1 --port 2",
                "--late-answer 3",
                "--late-webhook -1s",
                "--public-url pay.example",
                "--webhook-workers 0",
                "8080"
            })
    void a_wrong_line_says_what_was_expected(String line) {
        assertThatThrownBy(() -> CommandLine.parse(line.split(" "), SECRETS))
                .isInstanceOf(UsageException.class)
                .message()
                .hasLineCount(1);
    }

    @Test
    void a_missing_secret_names_the_variable() {
        assertThatThrownBy(() -> CommandLine.parse(new String[0], Map.of("SANDBOX_API_KEY", "key")))
                .hasMessageContaining("SANDBOX_WEBHOOK_SECRET");
    }
}
