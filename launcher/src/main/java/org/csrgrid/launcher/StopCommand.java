package org.csrgrid.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.csrgrid.launcher.data.RunningProduct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends what runs from a data folder. */
@Command(
        name = "stop",
        description = "Stops what runs in the background; returns when everything is saved and has ended.",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 300;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Path folder = data.folder();
        PrintWriter out = spec.commandLine().getOut();
        Optional<ProcessHandle> supervisor =
                RunningProduct.read(folder).flatMap(product -> ProcessHandle.of(product.pid()));
        if (supervisor.isEmpty()) {
            out.printf("Nothing runs from %s%n", folder);
            out.flush();
            return 0;
        }
        supervisor.get().destroy();
        CompletableFuture<Boolean> ended = supervisor
                .get()
                .onExit()
                .thenApply(_ -> true)
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended.join()) {
            throw new CommandException("process %d has not ended after %d s, see %s"
                    .formatted(supervisor.get().pid(), PATIENCE_SECONDS, folder.resolve("logs")));
        }
        out.printf("Stopped; all data is in %s%n", folder);
        out.flush();
        return 0;
    }
}
