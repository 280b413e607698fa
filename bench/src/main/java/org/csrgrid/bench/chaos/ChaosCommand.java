package org.csrgrid.bench.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.csrgrid.bench.delivery.DeliveryCommand;
import org.csrgrid.bench.world.Scratch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code csr chaos}: one fault after the other, the books checked after each. */
@Command(
        name = "chaos",
        subcommands = DeliveryCommand.class,
        description =
                "Starts a product of its own, breaks it under load again and again, and checks the books after each fault.")
public final class ChaosCommand implements Callable<Integer> {

    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final List<Fault> FAULTS = List.of(
            new Faults.HotOwnerKilled(),
            new Faults.EverythingKilled(),
            new Faults.DatabaseAway(false, OUTAGE),
            new Faults.DatabaseAway(true, OUTAGE),
            new Faults.MemberStopped(),
            new Faults.EverythingStopped(),
            new Faults.WebhooksInDisorder(OUTAGE));

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "10", description = "At least so long (default: 10).")
    private long minutes;

    @Option(names = "--seed", paramLabel = "S", description = "What chance begins with; a new one each time if absent.")
    private @Nullable Long seed;

    @Option(names = "--members", paramLabel = "N", defaultValue = "3", description = "Grid members (default: 3).")
    private int members;

    @Option(names = "--apis", paramLabel = "N", defaultValue = "2", description = "API nodes (default: 2).")
    private int apis;

    @Override
    public Integer call() {
        long chance = seed == null ? System.nanoTime() : seed;
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        try (Scratch scratch = Scratch.create();
                ChaosRun run = new ChaosRun(scratch.folder(), members, apis, chance, System.out::println)) {
            int struck = 0;
            while (struck == 0 || System.nanoTime() < end) {
                Fault fault = FAULTS.get(run.random().nextInt(FAULTS.size()));
                List<String> wrongs = run.suffer(List.of(fault));
                struck++;
                if (!wrongs.isEmpty()) {
                    wrongs.forEach(System.err::println);
                    System.err.printf("csr: after fault %d (%s), seed %d%n", struck, fault.name(), chance);
                    return 1;
                }
            }
            System.out.printf("%d faults, nothing lost, nothing counted twice%n", struck);
            return 0;
        }
    }
}
