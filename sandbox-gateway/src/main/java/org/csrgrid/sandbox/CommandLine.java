package org.csrgrid.sandbox;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csrgrid.sandbox.simulation.Timing;

/**
 * What the command line and the environment ask for.
 *
 * @param readyFile where to write process id and port once the gateway listens
 */
record CommandLine(SandboxGatewayOptions options, Optional<Path> readyFile) {
    static final String USAGE = """
            Usage: sandbox-gateway [options]
              --port <number>            port to listen on, 0 lets the system choose (default 0)
              --bind <address>           address to listen on (default 127.0.0.1)
              --api-key <key>            what clients must send; better: SANDBOX_API_KEY in the environment
              --webhook-secret <secret>  what webhooks are signed with; better: SANDBOX_WEBHOOK_SECRET
              --data <folder>            keeps payments over a restart (default: in memory only)
              --public-url <url>         start of checkout links (default: the address it listens on)
              --webhook-workers <count>  webhooks sent at once (default 64)
              --late-webhook <time>      delay of late webhooks, as 500ms, 120s or 2m (default 120s)
              --late-answer <time>       delay of late answers (default 3s)
              --ready-file <file>        gets {"pid":…,"port":…} once the gateway listens
            """;
    private static final Set<String> NAMES = Set.of(
            "--port",
            "--bind",
            "--api-key",
            "--webhook-secret",
            "--data",
            "--public-url",
            "--webhook-workers",
            "--late-webhook",
            "--late-answer",
            "--ready-file");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m)");

    /**
     * Reads the arguments; a secret that is not among them comes from the environment.
     *
     * @throws UsageException if they make no sense
     */
    static CommandLine parse(String[] arguments, Map<String, String> environment) {
        Map<String, String> given = given(arguments);
        SandboxGatewayOptions options = SandboxGatewayOptions.of(
                        secret(given, "--api-key", environment, "SANDBOX_API_KEY"),
                        secret(given, "--webhook-secret", environment, "SANDBOX_WEBHOOK_SECRET"))
                .listeningOn(given.getOrDefault("--bind", "127.0.0.1"), number(given, "--port", 0, 0, 65_535));
        Timing timing = options.timing();
        options = options.withTiming(new Timing(
                timing.settle(),
                time(given, "--late-answer", timing.lateAnswer()),
                time(given, "--late-webhook", timing.lateWebhook()),
                timing.outOfOrderGap()));
        options = options.withDelivery(
                options.delivery().withConcurrency(number(given, "--webhook-workers", 64, 1, 10_000)));
        options = path(given, "--data").map(options::withData).orElse(options);
        options = url(given, "--public-url").map(options::withPublicUrl).orElse(options);
        return new CommandLine(options, path(given, "--ready-file"));
    }

    private static Map<String, String> given(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int index = 0; index < arguments.length; index += 2) {
            String name = arguments[index];
            if (!NAMES.contains(name)) {
                throw new UsageException("Unknown argument %s (see --help)".formatted(name));
            }
            if (index + 1 == arguments.length || arguments[index + 1].isBlank()) {
                throw new UsageException("%s needs a value (see --help)".formatted(name));
            }
            if (given.put(name, arguments[index + 1]) != null) {
                throw new UsageException("%s is given twice".formatted(name));
            }
        }
        return given;
    }

    private static String secret(
            Map<String, String> given, String name, Map<String, String> environment, String variable) {
        String value = given.getOrDefault(name, environment.getOrDefault(variable, ""));
        if (value.isBlank()) {
            throw new UsageException("Set %s in the environment, or give %s".formatted(variable, name));
        }
        return value;
    }

    private static int number(Map<String, String> given, String name, int otherwise, int least, int most) {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new UsageException("%s %s (expected: a number from %d to %d)".formatted(name, value, least, most));
    }

    private static Duration time(Map<String, String> given, String name, Duration otherwise) {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            throw new UsageException("%s %s (expected: a time such as 500ms, 120s or 2m)".formatted(name, value));
        }
        long amount = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    private static Optional<Path> path(Map<String, String> given, String name) {
        try {
            return Optional.ofNullable(given.get(name)).map(Path::of);
        } catch (InvalidPathException invalid) {
            throw new UsageException("%s: %s".formatted(name, invalid.getMessage()));
        }
    }

    private static Optional<URI> url(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            return Optional.of(URI.create(value.replaceFirst("/+$", "")));
        }
        throw new UsageException("%s %s (expected: a URL such as https://pay.example)".formatted(name, value));
    }
}
