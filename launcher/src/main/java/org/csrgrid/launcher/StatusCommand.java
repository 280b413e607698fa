package org.csrgrid.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.csrgrid.launcher.data.RunningProduct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What runs from a data folder. */
@Command(
        name = "status",
        description = "Tells what runs; exit code 1 if nothing does, or not everything.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Path folder = data.folder();
        PrintWriter out = spec.commandLine().getOut();
        Optional<RunningProduct> running = RunningProduct.read(folder);
        if (running.isEmpty()) {
            out.printf("Nothing runs from %s%n", folder);
            out.flush();
            return CsrCommand.FAULT;
        }
        boolean whole = print(running.get(), out);
        out.flush();
        return whole ? 0 : CsrCommand.FAULT;
    }

    private static boolean print(RunningProduct product, PrintWriter out) {
        out.printf("%-12s process %d, since %s%n", "supervisor", product.pid(), product.startedAt());
        boolean whole = true;
        for (Map.Entry<String, Long> process : product.processes().entrySet()) {
            boolean alive = ProcessHandle.of(process.getValue())
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
            whole &= alive;
            out.printf("%-12s %s%n", process.getKey(), alive ? "process " + process.getValue() : "DOWN");
        }
        for (String api : product.apis()) {
            boolean ready = isReady(api);
            whole &= ready;
            out.printf("%-12s %s%n", ready ? "ready" : "NOT READY", api);
        }
        return whole;
    }

    private static boolean isReady(String api) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/observe/health/ready"))
                    .timeout(PATIENCE)
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
