package org.csrgrid.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.csrgrid.launcher.cluster.ClusterNode;
import org.csrgrid.launcher.cluster.LocalCluster;
import org.csrgrid.launcher.cluster.LocalClusterOptions;
import org.csrgrid.launcher.cluster.Progress;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.Migrations;

/** A running product with people in it who are logged in. */
public final class World implements AutoCloseable {

    private final LocalCluster cluster;
    private final WorldOptions options;
    private final ApiClient client = new ApiClient();
    private final List<String> tokens = new ArrayList<>();
    private final String administrator;

    private World(LocalCluster cluster, WorldOptions options) throws IOException {
        this.cluster = cluster;
        this.options = options;
        URI api = cluster.api(0).uri();
        administrator = client.logIn(api, People.ADMINISTRATOR, People.PASSWORD);
        for (int donor = 0; donor < options.donors(); donor++) {
            tokens.add(client.logIn(api, People.email(donor), People.PASSWORD));
        }
    }

    /**
     * Starts everything from nothing; takes some ten seconds.
     *
     * @param folder missing or empty
     */
    public static World start(Path folder, WorldOptions options, Progress progress) {
        LocalCluster cluster = LocalCluster.prepare(clusterOptions(folder, options), progress);
        try {
            fill(cluster, options);
            progress.step(
                    "%d campaigns and %d donors are in the database".formatted(options.campaigns(), options.donors()));
            cluster.startAll();
            return new World(cluster, options);
        } catch (IOException unreachable) {
            cluster.close();
            throw new UncheckedIOException(unreachable);
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    private static LocalClusterOptions clusterOptions(Path folder, WorldOptions options) {
        LocalClusterOptions cluster = LocalClusterOptions.members(options.members())
                .apis(options.apis())
                .dataFolder(folder)
                .with("security.token-life", "24h")
                .with("sessions.absolute", "24h")
                .with("sessions.idle", "24h")
                .with("limits.enabled", "false");
        for (var setting : options.settings().entrySet()) {
            cluster = cluster.with(setting.getKey(), setting.getValue());
        }
        return options.cluster().apply(cluster);
    }

    private static void fill(LocalCluster cluster, WorldOptions options) {
        cluster.database().start();
        try (Database database = Database.open(cluster.database().access().withPoolSize(2))) {
            Migrations.migrate(database);
            WorldData.insert(database, options);
        }
        cluster.database().stop();
    }

    public LocalCluster cluster() {
        return cluster;
    }

    public ApiClient client() {
        return client;
    }

    /** Where the API nodes listen, whether they run or not. */
    public List<URI> apis() {
        return cluster.apis().stream().map(ClusterNode::uri).toList();
    }

    /** One per donor. */
    public List<String> tokens() {
        return List.copyOf(tokens);
    }

    public String administratorToken() {
        return administrator;
    }

    public long hotCampaign() {
        return Campaigns.FIRST;
    }

    /** All campaigns but the hot one. */
    public long[] campaigns() {
        return LongStream.range(1, options.campaigns())
                .map(number -> Campaigns.FIRST + number)
                .toArray();
    }

    /** Reads the database as an outsider; the caller closes it. */
    public Database openDatabase() {
        return Database.open(cluster.database().access().withPoolSize(2));
    }

    /** The number of a member in {@link LocalCluster#members}. */
    public int memberAt(int port) {
        return IntStream.range(0, options.members())
                .filter(index -> cluster.member(index).port() == port)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("port: %d (expected: a member's)".formatted(port)));
    }

    @Override
    public void close() {
        client.close();
        cluster.close();
    }
}
