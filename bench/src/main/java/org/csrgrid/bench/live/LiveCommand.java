package org.csrgrid.bench.live;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.csrgrid.bench.suite.BenchOptions;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.bench.world.Scratch;
import org.csrgrid.bench.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code csr bench live}. */
@Command(
        name = "live",
        description = "What many open streams of events cost an API node, and how late they are while donations come.")
public final class LiveCommand implements Callable<Integer> {

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--streams",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Streams open at once (default: ${DEFAULT-VALUE}).")
    private int streams;

    @Override
    public Integer call() throws IOException {
        Suite suite = new Suite("live", System.out);
        String most = Integer.toString(streams + 1_000);
        try (Scratch scratch = Scratch.create();
                World world = options.start(scratch, Map.of("live.streams", most, "live.anonymous-streams", most))) {
            new LiveSuite(suite, streams, options.measured()).run(world);
        }
        suite.finish(options.output());
        return suite.isMet() ? 0 : 1;
    }
}
