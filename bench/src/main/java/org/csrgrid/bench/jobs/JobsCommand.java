package org.csrgrid.bench.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.csrgrid.bench.jobs.JobsSuite.Pairing;
import org.csrgrid.bench.suite.BenchOptions;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.bench.world.Scratch;
import org.csrgrid.launcher.cluster.LocalCluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code csr bench jobs}. */
@Command(
        name = "jobs",
        description =
                "No-op jobs a second, added and processed, and how soon they start, beside BullMQ on Redis: durable channels beside appendfsync always, memory channels beside everysec.")
public final class JobsCommand implements Callable<Integer> {

    private static final List<Pairing> PAIRINGS = List.of(
            new Pairing("durable", NoopJobs.DURABLE, "always", 26_000, 13_000),
            new Pairing("memory", NoopJobs.MEMORY, "everysec", 30_000, 18_500));
    private static final Map<String, String> SETTINGS = Map.of(
            "jobs.channels.payments.workers-max", "24",
            "jobs.channels.cache-warming.workers-max", "24");
    private static final List<String> MEMBER = List.of("-Xmx3g");

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--backlog",
            paramLabel = "COUNT",
            defaultValue = "100000",
            description = "Jobs BullMQ drains in one measurement (default: ${DEFAULT-VALUE}).")
    private int backlog;

    @Option(names = "--alone", description = "Do not measure BullMQ, even if it is installed.")
    private boolean alone;

    @Override
    public Integer call() throws IOException {
        Suite suite = new Suite("jobs", System.out);
        JobsSuite.Plan plan =
                new JobsSuite.Plan(options.connections(1_000), backlog, options.warmUp(), options.measured());
        try (Scratch scratch = Scratch.create()) {
            Path file = scratch.folder().resolve("tally");
            List<String> member = new ArrayList<>(MEMBER);
            member.add("-D" + BenchMember.TALLY + "=" + file);
            try (LocalCluster cluster = options.startMembers(scratch, SETTINGS, BenchMember.class, member);
                    JobClient client = JobClient.connect(cluster.settings())) {
                suite.begin();
                JobsSuite jobs = new JobsSuite(suite, client, SharedTally.open(file), plan);
                for (Pairing pairing : PAIRINGS) {
                    run(suite, jobs, pairing, scratch.folder());
                }
            }
        }
        suite.finish(options.output());
        return suite.isMet() ? 0 : 1;
    }

    private void run(Suite suite, JobsSuite jobs, Pairing pairing, Path scratch) throws IOException {
        Optional<BullMq> started = alone ? Optional.empty() : BullMq.on(scratch, pairing.appendfsync());
        if (started.isEmpty()) {
            suite.say("BullMQ is not there, so there is no peer (bench/install-peers.sh installs it)");
            jobs.run(pairing, started);
            return;
        }
        try (BullMq _ = started.get()) {
            jobs.run(pairing, started);
        }
    }
}
