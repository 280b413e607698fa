package org.csrgrid.bench.delivery;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.csrgrid.bench.world.Scratch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code csr chaos jobs}. */
@Command(
        name = "jobs",
        description =
                "Kills, freezes and stops members at random while they work on jobs of all channels, and counts every delivery.")
public final class DeliveryCommand implements Callable<Integer> {

    private static final long AIM_MILLIS = 5_000;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "5", description = "At least so long (default: 5).")
    private long minutes;

    @Option(names = "--seed", paramLabel = "S", description = "What chance begins with; a new one each time if absent.")
    private @Nullable Long seed;

    @Option(names = "--members", paramLabel = "N", defaultValue = "3", description = "Grid members (default: 3).")
    private int members;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "25", description = "Jobs a second (default: 25).")
    private int rate;

    @Option(
            names = "--blows",
            paramLabel = "BLOW",
            split = ",",
            defaultValue = "KILLED,FROZEN,STOPPED",
            description = "What may happen to members (default: ${DEFAULT-VALUE}).")
    private List<Blow> blows = List.of();

    @Override
    public Integer call() {
        long chance = seed == null ? System.nanoTime() : seed;
        try (Scratch scratch = Scratch.create();
                DeliveryRun run = new DeliveryRun(scratch.folder(), members, rate, chance, System.out::println)) {
            long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
            Findings findings = run.suffer(() -> until(end, run.random().split()));
            findings.print(System.out::println);
            findings.recovery().forEach((blow, times) -> {
                if (blow == Blow.KILLED) {
                    System.out.printf(
                            "after kill -9: %.1f %% in less than %d s%n",
                            times.getPercentileAtOrBelowValue(AIM_MILLIS - 1), AIM_MILLIS / 1000);
                }
            });
            if (!findings.wrongs().isEmpty()) {
                System.err.printf("csr: promises broken, seed %d%n", chance);
                return 1;
            }
            return 0;
        }
    }

    private Iterator<Blow> until(long end, SplittableRandom random) {
        return new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                return !begun || System.nanoTime() < end;
            }

            @Override
            public Blow next() {
                begun = true;
                return blows.get(random.nextInt(blows.size()));
            }
        };
    }
}
