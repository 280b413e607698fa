package org.csrgrid.bench.cache;

import java.util.Map;
import java.util.concurrent.Callable;
import org.csrgrid.bench.suite.BenchOptions;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.bench.world.Scratch;
import org.csrgrid.bench.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code csr bench cache}. */
@Command(
        name = "cache",
        description =
                "Measures stampedes, the lag of invalidations and the memory of many campaigns, from two clients of the grid.")
public final class CacheCommand implements Callable<Integer> {

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--campaigns",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Whose JSON is kept (default: ${DEFAULT-VALUE}).")
    private int campaigns;

    @Override
    public Integer call() throws Exception {
        Suite suite = new Suite("cache", System.out);
        String room = Integer.toString(2 * campaigns);
        Map<String, String> settings = Map.of(
                "cache.layers.%s.entries-per-member".formatted(CacheMemory.PACKED), room,
                "cache.layers.%s.entries-per-member".formatted(CacheMemory.PLAIN), room,
                "cache.layers.%s.compress-above".formatted(CacheMemory.PLAIN), "1MB");
        try (Scratch scratch = Scratch.create();
                World world = options.start(scratch, settings);
                CacheClient one = CacheClient.connect(world);
                CacheClient other = CacheClient.connect(world)) {
            suite.begin();
            new Stampede(suite).run(one, other);
            new InvalidationLag(suite, options.warmUp(), options.measured()).run(one, other);
            new CacheMemory(suite, campaigns).run(world, one);
        }
        suite.finish(options.output());
        return suite.isMet() ? 0 : 1;
    }
}
