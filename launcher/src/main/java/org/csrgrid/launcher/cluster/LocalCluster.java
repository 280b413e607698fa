package org.csrgrid.launcher.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.launcher.data.DataFolder;
import org.csrgrid.launcher.data.DemoSecrets;
import org.csrgrid.launcher.data.RunningProduct;
import org.csrgrid.launcher.seed.DemoData;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.database.Migrations;

/**
 * The whole product on this machine, each part a process of its own on the loopback interface: database, payment gateway, grid members, API nodes. Parts
 * can be killed, stopped and started again one by one. What still runs when this process dies is stopped by a watchdog. Safe for use by several threads.
 */
public final class LocalCluster implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(180);

    private final LocalClusterOptions options;
    private final Progress progress;
    private final DataFolder folder;
    private final DemoSecrets secrets;
    private final Watchdog watchdog;
    private final ClusterPlan plan;
    private final ClusterDatabase database;
    private final ClusterNode gateway;
    private final List<ClusterNode> apis = new ArrayList<>();
    private volatile List<ClusterNode> members = List.of();
    private volatile Consumer<ClusterNode> unexpectedEnd = _ -> {};
    private volatile boolean closed;

    private LocalCluster(LocalClusterOptions options, Progress progress, DataFolder folder) {
        this.options = options;
        this.progress = progress;
        this.folder = folder;
        secrets = DemoSecrets.in(folder);
        plan = new ClusterPlan(options, folder, secrets);
        watchdog = Watchdog.start();
        database = new ClusterDatabase(folder.database(), plan.databasePort(), this::tellWatchdog);
        gateway = plan.gateway(this::changed);
        plan.apiNames().forEach(name -> apis.add(plan.api(name, this::changed)));
    }

    /** The same as {@link #start(LocalClusterOptions, Progress)} without words. */
    public static LocalCluster start(LocalClusterOptions options) {
        return start(options, Progress.NONE);
    }

    /**
     * Starts everything and returns when every node is ready.
     *
     * @throws org.csrgrid.launcher.CommandException if the data folder cannot be used
     * @throws ClusterException if a node does not come up; whatever was started is stopped again
     */
    public static LocalCluster start(LocalClusterOptions options, Progress progress) {
        LocalCluster cluster = prepare(options, progress);
        try {
            cluster.startAll();
            return cluster;
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    /** A product that is not started yet: {@link #close} may be called from a shutdown hook before {@link #startAll} is through. */
    public static LocalCluster prepare(LocalClusterOptions options, Progress progress) {
        DataFolder folder = DataFolder.claim(options.dataFolder());
        try {
            return new LocalCluster(options, progress, folder);
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    /** See {@link #start(LocalClusterOptions, Progress)}. */
    public void startAll() {
        launch(gateway);
        apis.forEach(this::launch);
        startDatabase();
        prepareDatabase();
        createMembers();
        members.forEach(this::launch);
        nodes().forEach(this::awaitReady);
        description().write(folder);
    }

    private synchronized void launch(ClusterNode node) {
        requireOpen();
        node.start();
    }

    private synchronized void startDatabase() {
        requireOpen();
        database.start();
        progress.step("database is ready");
    }

    private void requireOpen() {
        if (closed) {
            throw new ClusterException("stopped while it started");
        }
    }

    private void awaitReady(ClusterNode node) {
        node.awaitReady(START_PATIENCE);
        progress.step(node.name() + " is ready on port " + node.port());
    }

    private void prepareDatabase() {
        try (Database opened = Database.open(database.access().withPoolSize(4))) {
            int migrations = Migrations.migrate(opened);
            if (migrations > 0) {
                progress.step("schema is up to date (%d migrations)".formatted(migrations));
            }
            if (options.withDemoData() && DemoData.isMissing(opened)) {
                int rows = DemoData.insert(opened, folder.firstDay(), secrets.demoPassword());
                progress.step("demo set is in the database (%d rows)".formatted(rows));
            }
        }
    }

    /** Members are told where the database is, which is known once it runs. */
    private synchronized void createMembers() {
        DatabaseOptions access = database.access();
        Map<String, String> settings = Map.of(
                "database.url", access.url(),
                "database.user", access.user(),
                "database.password", access.password());
        members = plan.memberNames().stream()
                .map(name -> plan.member(name, settings, this::changed))
                .toList();
    }

    private RunningProduct description() {
        DatabaseOptions access = database.access();
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put(ClusterPlan.DATABASE, database.pid());
        nodes().filter(ClusterNode::isAlive).forEach(node -> processes.put(node.name(), node.pid()));
        return new RunningProduct(
                ProcessHandle.current().pid(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toString(),
                access.url(),
                access.user(),
                access.password(),
                options.settings().getOrDefault("grid.cluster-name", "csr-grid"),
                plan.join(),
                apis.stream().map(api -> api.uri().toString()).toList(),
                gateway.uri().toString(),
                processes);
    }

    /** Settings with which this process reaches database, members and gateway, as a client. */
    public Settings settings() {
        return description().settings(folder.root());
    }

    public DemoSecrets secrets() {
        return secrets;
    }

    /** Where everything is kept. */
    public DataFolder folder() {
        return folder;
    }

    public ClusterDatabase database() {
        return database;
    }

    public ClusterNode gateway() {
        return gateway;
    }

    /** @param index from 0 */
    public ClusterNode member(int index) {
        return members.get(index);
    }

    public List<ClusterNode> members() {
        return members;
    }

    /** @param index from 0 */
    public ClusterNode api(int index) {
        return apis.get(index);
    }

    public List<ClusterNode> apis() {
        return List.copyOf(apis);
    }

    /** Gateway, members and API nodes. */
    public Stream<ClusterNode> nodes() {
        return Stream.of(List.of(gateway), members, apis).flatMap(List::stream);
    }

    /** Calls back when a node ends that nobody stopped or killed through this object. */
    public void onUnexpectedEnd(Consumer<ClusterNode> listener) {
        unexpectedEnd = listener;
    }

    /** Kills all members and API nodes (SIGKILL), as nearly at once as one process can. */
    public void killNodes() {
        Stream.concat(members.stream(), apis.stream()).parallel().forEach(ClusterNode::kill);
    }

    /** Starts every member and API node that does not run, and waits until they are ready. */
    public void restartNodes() {
        List<ClusterNode> down = Stream.concat(members.stream(), apis.stream())
                .filter(node -> !node.isAlive())
                .toList();
        down.forEach(ClusterNode::start);
        down.forEach(node -> node.awaitReady(START_PATIENCE));
    }

    private void changed(ClusterNode node) {
        tellWatchdog();
        if (node.isWanted() && !node.isAlive()) {
            unexpectedEnd.accept(node);
        }
    }

    private void tellWatchdog() {
        Optional<Long> server = database.isRunning() ? Optional.of(database.pid()) : Optional.empty();
        List<Long> alive = nodes().filter(ClusterNode::isAlive)
                .flatMap(node -> node.process().stream())
                .map(Process::pid)
                .toList();
        watchdog.watch(server, alive);
    }

    public boolean isClosed() {
        return closed;
    }

    /**
     * Stops everything in good order: API nodes finish their requests, members write what only they know, one after the other, then the gateway and last
     * the database. Returns when all have ended; a second call does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        apis.parallelStream().forEach(this::end);
        members.reversed().forEach(this::end);
        end(gateway);
        if (database.isRunning()) {
            database.stop();
            progress.step("database has stopped");
        }
        watchdog.close();
        RunningProduct.remove(folder);
        folder.close();
    }

    private void end(ClusterNode node) {
        if (node.isAlive()) {
            node.stop();
            progress.step(node.name() + " has stopped");
        }
    }
}
