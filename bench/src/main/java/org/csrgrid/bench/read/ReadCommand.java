package org.csrgrid.bench.read;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.csrgrid.bench.suite.BenchOptions;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.bench.world.Scratch;
import org.csrgrid.bench.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code csr bench read}. */
@Command(
        name = "read",
        description =
                "Reads a second, with limits on: campaigns with and without a token or a tag, beside nginx with the same bytes; lists; dashboards.")
public final class ReadCommand implements Callable<Integer> {

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--own-generator", description = "Do not use wrk, even if it is installed.")
    private boolean own;

    @Override
    public Integer call() throws IOException {
        Suite suite = new Suite("read", System.out);
        try (Scratch scratch = Scratch.create();
                World world = options.start(scratch, ReadSuite.LIMITS)) {
            suite.begin();
            new ReadSuite(
                            suite,
                            generator(suite, scratch),
                            options.connections(64),
                            options.warmUp(),
                            options.measured())
                    .run(world, scratch.folder());
        }
        suite.finish(options.output());
        return suite.isMet() ? 0 : 1;
    }

    private ReadSuite.Generator generator(Suite suite, Scratch scratch) {
        var wrk = Tools.find("wrk").filter(_ -> !own && options.hasOneApi());
        suite.say("load generator: %s", wrk.isPresent() ? "wrk" : "our own");
        return wrk.<ReadSuite.Generator>map(program -> new Wrk(program, scratch.folder()))
                .orElse(ReadSuite::ownGenerator);
    }
}
