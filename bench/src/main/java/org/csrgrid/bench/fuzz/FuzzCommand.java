package org.csrgrid.bench.fuzz;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.csrgrid.bench.world.Scratch;
import org.csrgrid.bench.world.World;
import org.csrgrid.bench.world.WorldOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code csr bench fuzz}. */
@Command(
        name = "fuzz",
        description =
                "Sends requests made from the OpenAPI file, most of them wrong: nothing may fail, hang, tell insides or change what it must not.")
public final class FuzzCommand implements Callable<Integer> {

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Option(names = "--seed", paramLabel = "N", description = "Repeats the run that printed this seed.")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        try (Scratch scratch = Scratch.create();
                World world = World.start(
                        scratch.folder().resolve("data"),
                        WorldOptions.small(1, 1),
                        step -> System.err.println("  " + step))) {
            long first = seed == null ? ThreadLocalRandom.current().nextLong() : seed;
            List<String> findings = new Fuzzing(world, first, System.out).run(requests);
            findings.forEach(finding -> System.out.println("\nFOUND " + finding));
            System.out.printf("%nfuzz: %d findings%n", findings.size());
            return findings.isEmpty() ? 0 : 1;
        }
    }
}
