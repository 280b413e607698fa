package org.csrgrid.bench.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.csrgrid.bench.jobs.BenchMember;
import org.csrgrid.bench.jobs.JobClient;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.launcher.cluster.ClusterNode;
import org.csrgrid.launcher.cluster.LocalCluster;
import org.csrgrid.launcher.cluster.LocalClusterOptions;
import org.csrgrid.mapstore.database.Database;

/** Members at work on jobs of all channels while they are killed, frozen and stopped. The same seed makes the same jobs and blows; timing is the machine's. */
final class DeliveryRun implements AutoCloseable {

    private static final List<String> SMALL_MEMBER =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-D" + BenchMember.DELIVERIES + "=true");
    private static final Duration BEFORE = Duration.ofSeconds(4);
    private static final Duration AFTER = Duration.ofSeconds(6);
    private static final Duration SAFE = Duration.ofSeconds(120);

    private final LocalCluster cluster;
    private final Database database;
    private final JobClient client;
    private final SplittableRandom random;
    private final int perSecond;
    private final Consumer<String> say;
    private final List<Struck> blows = new ArrayList<>();
    private final List<String> wrongs = new ArrayList<>();

    /** @param scratch an empty folder that belongs to the caller */
    DeliveryRun(Path scratch, int members, int perSecond, long seed, Consumer<String> say) {
        this.perSecond = perSecond;
        this.say = say;
        random = new SplittableRandom(seed);
        say.accept("seed " + seed);
        cluster = LocalCluster.start(options(scratch, members), say::accept);
        try {
            database = Database.open(cluster.database().access().withPoolSize(4));
            new DeliveryBook(database).createTables();
            client = JobClient.connect(cluster.settings());
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    private static LocalClusterOptions options(Path scratch, int members) {
        LocalClusterOptions options = LocalClusterOptions.members(members)
                .apis(0)
                .dataFolder(scratch.resolve("data"))
                .javaOptions(SMALL_MEMBER, List.of())
                .memberMain(BenchMember.class)
                .with("jobs.lease", "5s")
                .with("grid.max-no-heartbeat", "8s");
        for (Channel channel : Channel.values()) {
            String key = "jobs.channels." + channel.jsonName() + ".";
            options = options.with(key + "backoff", "1s")
                    .with(key + "tries", "50")
                    .with(key + "workers-min", "2")
                    .with(key + "workers-max", "8");
        }
        return options;
    }

    SplittableRandom random() {
        return random;
    }

    /** Load, the blows one after the other, no more load, and the inspection. */
    Findings suffer(Iterable<Blow> chosen) {
        Producers producers = Producers.start(client, random.split(), perSecond);
        try (producers) {
            for (Blow blow : chosen) {
                Blow.pause(BEFORE);
                deal(blow);
            }
            Blow.pause(AFTER);
        }
        Inspection inspection = new Inspection(database, producers.accepted(), blows, say);
        say.accept("%,d jobs accepted, %,d enqueued twice at once, calls refused and repeated: %s"
                .formatted(producers.accepted().size(), producers.repeats(), producers.refusals()));
        return inspection.inspect(wrongs);
    }

    private void deal(Blow blow) {
        List<ClusterNode> members = cluster.members();
        ClusterNode member = members.get(random.nextInt(members.size()));
        blows.add(new Struck(blow, member.pid(), System.currentTimeMillis()));
        blow.strike(member);
        say.accept("%s %s, process %d at %d"
                .formatted(
                        member.name(),
                        blow,
                        blows.getLast().pid(),
                        blows.getLast().at()));
        Blow.pause(BEFORE);
        blow.mend(member);
        if (!client.awaitSafe(members.size(), SAFE)) {
            wrongs.add("the cluster is not safe %d s after %s was %s".formatted(SAFE.toSeconds(), member.name(), blow));
        }
    }

    @Override
    public void close() {
        client.close();
        database.close();
        cluster.close();
    }
}
