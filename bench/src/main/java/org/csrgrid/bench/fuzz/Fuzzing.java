package org.csrgrid.bench.fuzz;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.csrgrid.bench.world.World;
import org.csrgrid.mapstore.database.Database;

/**
 * One run against a world: a third of the requests from nobody, a third from a donor, a third from an administrator. After the first two the rows they may not
 * change are compared with what they were.
 */
public final class Fuzzing {

    private static final long FIRST_DONOR = 10_000;
    /** Longer than what is written behind waits. */
    private static final Duration SETTLING = Duration.ofSeconds(4);

    private final World world;
    private final long seed;
    private final PrintStream out;
    private final List<String> findings = new ArrayList<>();

    /** @param out where the seed and the figures are printed */
    public Fuzzing(World world, long seed, PrintStream out) {
        this.world = world;
        this.seed = seed;
        this.out = out;
    }

    /** What must not have happened; empty if all is well. */
    public List<String> run(int requests) {
        out.printf("fuzz: %,d requests, seed %d%n", requests, seed);
        int share = requests / 3;
        try (Database database = world.openDatabase()) {
            var rows = new Untouched(database);
            guarded("nobody", rows::forNobody, () -> send("nobody", List.of("", "", "a.b.c"), share));
            String donor = world.tokens().getFirst();
            guarded("a donor", () -> rows.forDonor(FIRST_DONOR), () -> send("a donor", List.of(donor), share));
            send("an administrator", List.of(world.administratorToken()), requests - 2 * share);
        }
        return List.copyOf(findings);
    }

    private void guarded(String who, Supplier<Map<String, String>> rows, Runnable requests) {
        Map<String, String> before = rows.get();
        requests.run();
        LockSupport.parkNanos(SETTLING.toNanos());
        Map<String, String> after = rows.get();
        before.forEach((table, fingerprint) -> {
            if (!fingerprint.equals(after.get(table))) {
                findings.add("%s changed rows of %s: %s, before %s".formatted(who, table, after.get(table), fingerprint));
            }
        });
    }

    private void send(String who, List<String> tokens, int requests) {
        var run = new FuzzRun(world.apis().getFirst());
        run.send(new Maker(Contract.read(), new Random(seed ^ who.hashCode()), tokens, knownIds()), requests);
        out.printf("fuzz: as %s: %s%n", who, run.statuses());
        run.findings().forEach(finding -> findings.add("as " + who + ": " + finding));
    }

    private List<String> knownIds() {
        return Stream.concat(
                        LongStream.of(world.campaigns()).limit(5).mapToObj(Long::toString),
                        Stream.of(Long.toString(world.hotCampaign()), "1", "9999", "10000", "10001", "payments", "monitor-jobs"))
                .toList();
    }
}
