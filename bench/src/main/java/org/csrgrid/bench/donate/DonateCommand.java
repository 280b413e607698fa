package org.csrgrid.bench.donate;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.csrgrid.bench.suite.BenchOptions;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.bench.world.Scratch;
import org.csrgrid.bench.world.World;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code csr bench donate}. */
@Command(
        name = "donate",
        description =
                "Donations a second: spread over 1,000 campaigns, to one hot campaign, and until all are completed.")
public final class DonateCommand implements Callable<Integer> {

    private static final String PAUSED = "jobs.channels.payments.paused";

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--settled",
            paramLabel = "COUNT",
            defaultValue = "30000",
            description = "Donations of the run that is settled to its end (default: ${DEFAULT-VALUE}).")
    private long settled;

    @Option(
            names = "--acknowledged",
            paramLabel = "FILE",
            description = "Where to write the acknowledged ids of the last run.")
    private @Nullable Path acknowledgedFile;

    @Override
    public Integer call() {
        Suite suite = new Suite("donate", System.out);
        DonateSuite donations = new DonateSuite(suite, options.connections(128), options.warmUp(), options.measured());
        try (Scratch scratch = Scratch.create();
                World world = options.start(scratch, Map.of(PAUSED, "true"))) {
            suite.begin();
            donations.acknowledge(world);
        }
        DonateSuite settling = donations.next();
        try (Scratch scratch = Scratch.create();
                World world = options.start(scratch, Map.of())) {
            suite.begin();
            settling.complete(world, settled);
            if (acknowledgedFile != null) {
                settling.writeAcknowledged(acknowledgedFile);
            }
        }
        suite.finish(options.output());
        return suite.isMet() ? 0 : 1;
    }
}
