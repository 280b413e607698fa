package org.csrgrid.gridnode;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spi.properties.ClusterProperty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csrgrid.config.grid.MemberSetup;
import org.csrgrid.config.settings.ChannelName;
import org.csrgrid.config.settings.Durability;
import org.csrgrid.config.settings.JobSettings;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.cluster.ClusterSafe;
import org.csrgrid.grid.cluster.DirtyEntries;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.job.EnqueueJobs;
import org.csrgrid.grid.job.InterruptJob;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.PayloadCipher;
import org.csrgrid.grid.job.ReadChannels;
import org.csrgrid.grid.job.ReviveStoredJob;
import org.csrgrid.grid.job.batch.BatchGrid;
import org.csrgrid.grid.job.schedule.ListSchedules;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.grid.match.MatchGrid;
import org.csrgrid.grid.money.RateGrid;
import org.csrgrid.grid.wire.WireTypes;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.gridnode.cluster.MemberMaps;
import org.csrgrid.gridnode.cluster.Preload;
import org.csrgrid.gridnode.cluster.WriteBehindDrain;
import org.csrgrid.gridnode.donation.Counting;
import org.csrgrid.gridnode.donation.DonationLists;
import org.csrgrid.gridnode.donation.Forgetting;
import org.csrgrid.gridnode.donation.PaymentHandlers;
import org.csrgrid.gridnode.donation.Settlement;
import org.csrgrid.gridnode.house.HouseHandlers;
import org.csrgrid.gridnode.house.HouseSchedules;
import org.csrgrid.gridnode.job.DirectoryAnswers;
import org.csrgrid.gridnode.job.JobDesk;
import org.csrgrid.gridnode.job.JobEnds;
import org.csrgrid.gridnode.job.JobFigures;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.JobPartitions;
import org.csrgrid.gridnode.job.JobRestore;
import org.csrgrid.gridnode.job.JobWorkers;
import org.csrgrid.gridnode.job.batch.BatchReports;
import org.csrgrid.gridnode.job.batch.BatchSweep;
import org.csrgrid.gridnode.job.filter.BulkChanges;
import org.csrgrid.gridnode.job.filter.JobFinder;
import org.csrgrid.gridnode.job.monitor.ChannelTallying;
import org.csrgrid.gridnode.job.rate.RateGate;
import org.csrgrid.gridnode.job.schedule.CronJob;
import org.csrgrid.gridnode.job.schedule.Schedules;
import org.csrgrid.gridnode.mail.MailTransport;
import org.csrgrid.gridnode.mail.MailTransports;
import org.csrgrid.gridnode.match.MatchGranting;
import org.csrgrid.gridnode.notification.DeadJobNotice;
import org.csrgrid.gridnode.notification.NotificationHandlers;
import org.csrgrid.gridnode.payment.Gateways;
import org.csrgrid.gridnode.payment.InboxEvents;
import org.csrgrid.gridnode.payment.SandboxGatewayClient;
import org.csrgrid.gridnode.recovery.DonationReconciliation;
import org.csrgrid.gridnode.recovery.Recovery;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.Migrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One member of the grid: holds its share of the data and works on the jobs. */
public final class GridNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GridNode.class);
    private static final Duration DRAIN = Duration.ofSeconds(40);
    private static final Duration LONGEST_WAIT_FOR_BACKUPS = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PAUSE_BEFORE_RELOAD = Duration.ofSeconds(1);

    private final HazelcastInstance grid;
    private final JobWorkers workers;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;

    private GridNode(Settings settings, List<JobHandler<?>> more) {
        Clock clock = Clock.systemUTC();
        MailTransport mail =
                MailTransports.of(settings.mail(), settings.security().mode());
        Database database = opened(Database.open(DatabaseAccess.options(settings.database())));
        Migrations.migrate(database);
        Set<Channel> durable = durable(settings.jobs());
        MapStores stores = opened(DatabaseAccess.stores(database, settings.database(), durable));
        MemberCallContext calls = new MemberCallContext();
        grid = Hazelcast.newHazelcastInstance(configuration(settings, stores, calls));
        parts.push(this::leave);

        Preload.run(grid, stores);
        awaitBackups();
        grid.getPartitionService()
                .addPartitionLostListener(_ -> Thread.ofVirtual().start(() -> preloadAgain(stores)));

        JobCipher cipher = PayloadCipher.of(settings.payloadKey());
        JobDesk desk = new JobDesk(new JobPartitions(grid), stores.jobLog(), stores.jobDao(), durable, clock);
        JobGrid jobs = JobGrid.ofMember(grid, cipher, desk);
        DonationGrid donations = new DonationGrid(grid, new MemberCalls(grid));
        MatchGrid caps = new MatchGrid(grid);
        RateGrid rates = new RateGrid(grid);
        Counting counting = new Counting(grid, caps);
        Settlement settlement = new Settlement(
                grid,
                new LedgerGrid(grid),
                stores.ledgerDao(),
                stores.donationDao(),
                new MatchGranting(new CampaignGrid(grid), caps, rates),
                counting,
                opened(new Forgetting(
                        counting, stores.donationDao(), settings.database().writeDelay())),
                new GridIds(grid),
                clock);
        Gateways gateways = new Gateways(opened(sandbox(settings)));
        InboxEvents inbox = opened(new InboxEvents(grid, stores.paymentEventDao(), clock));

        PaymentHandlers.answerCalls(
                calls,
                donations,
                new DonationLists(grid, stores.ledgerDao()),
                settlement,
                gateways,
                stores.ledgerDao(),
                jobs,
                clock);
        calls.answer(ClusterSafe.class, _ -> grid.getPartitionService().isClusterSafe());
        calls.answer(DirtyEntries.class, _ -> WriteBehindDrain.dirty(grid));
        calls.answer(EnqueueJobs.class, desk::receive);
        calls.answer(ReviveStoredJob.class, desk::revive);
        opened(new JobRestore(grid, stores.jobDao(), desk, clock));
        List<CronJob> cronJobs = HouseSchedules.ALL;
        NotificationHandlers notifications = new NotificationHandlers(grid, donations, mail, settings, clock);
        PaymentHandlers payments = new PaymentHandlers(donations, settlement, gateways, inbox, notifications.news());
        HouseHandlers house = new HouseHandlers(grid, stores, settings, cronJobs, clock);
        List<JobHandler<?>> handlers = Stream.of(payments.handlers(), notifications.handlers(), house.handlers(), more)
                .<JobHandler<?>>flatMap(List::stream)
                .toList();
        BatchGrid batches = new BatchGrid(grid, jobs::enqueueAll);
        BatchReports reports = opened(new BatchReports(batches, clock));
        opened(new BatchSweep(
                        grid, stores.batchDao(), batches, key -> jobs.find(key).isPresent(), clock)
                .start());
        Schedules schedules = opened(new Schedules(grid, cronJobs, jobs::enqueue, clock).start());
        calls.answer(ListSchedules.class, _ -> schedules.list());
        new JobFinder(grid, stores.jobSearch(), clock).answer(calls);
        new BulkChanges(grid, stores.jobSearch(), jobs).answer(calls);
        JobEnds ends = reports.and(DeadJobNotice.through(jobs, clock));
        workers = opened(new JobWorkers(
                grid,
                settings.jobs(),
                new JobWorkers.Tools(handlers, jobs, cipher, new RateGate(grid, handlers, clock), ends, clock)));
        calls.answer(InterruptJob.class, workers::interrupt);
        new DirectoryAnswers(grid, stores, settings.jobs()).answer(calls, workers::report);
        calls.answer(ReadChannels.class, _ -> ChannelTallying.of(grid, workers));
        desk.tell(workers);
        calls.complete();
        opened(new DonationReconciliation(grid, stores.donationDao(), clock));
        opened(new Recovery(
                grid,
                new Recovery.Sources(stores.ledgerDao(), stores.paymentEventDao(), stores.donationDao()),
                gateways,
                jobs,
                settings.payments().reconcileAfter(),
                settings.payments().reconcileInterval(),
                clock));
    }

    /**
     * Starts a member and returns once it has joined and loaded.
     *
     * @throws RuntimeException if the database cannot be reached or migrated, or the port is taken; nothing is left running
     */
    public static GridNode start(Settings settings) {
        return start(settings, List.of());
    }

    /**
     * The same with handlers of jobs that are not the product's own.
     *
     * @param more for names no other handler has
     */
    public static GridNode start(Settings settings, List<JobHandler<?>> more) {
        return new GridNode(settings, more);
    }

    private static Set<Channel> durable(JobSettings settings) {
        return Arrays.stream(Channel.values())
                .filter(channel ->
                        settings.channel(ChannelName.valueOf(channel.name())).durability() == Durability.DURABLE)
                .collect(Collectors.toSet());
    }

    private static Config configuration(Settings settings, MapStores stores, MemberCallContext calls) {
        Config config = MemberSetup.base(settings.grid());
        config.setInstanceName(settings.node().name());
        // This node leaves by itself, in order: first the workers, then what is unsaved, then the member.
        config.setProperty(ClusterProperty.SHUTDOWNHOOK_ENABLED.getName(), "false");
        if (settings.grid().isSplitBrainProtected()) {
            // A map that is touched while there is no majority stays "loading" for good, so nobody gets in before.
            config.setProperty(
                    ClusterProperty.INITIAL_MIN_CLUSTER_SIZE.getName(),
                    Integer.toString(settings.grid().majority()));
        }
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        config.setManagedContext(calls);
        MemberMaps.addTo(config, settings.grid(), settings.database(), stores);
        return config;
    }

    private static SandboxGatewayClient sandbox(Settings settings) {
        URI api = settings.api()
                .publicUrl()
                .orElse(URI.create("http://127.0.0.1:" + settings.api().port()));
        return new SandboxGatewayClient(
                settings.payments(),
                settings.payments().requireSandboxUrl(),
                api.resolve("/api/v1/payments/webhooks/" + SandboxGatewayClient.NAME));
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** Until it succeeds or this member has left: the database may be away just now, and lists would miss what was lost. */
    private void preloadAgain(MapStores stores) {
        while (grid.getLifecycleService().isRunning()) {
            try {
                Preload.run(grid, stores);
                return;
            } catch (RuntimeException failure) {
                LOG.debug("Loading what was lost failed; it is repeated", failure);
                LockSupport.parkNanos(PAUSE_BEFORE_RELOAD.toNanos());
            }
        }
    }

    /** Takes part in the work only once every partition is where it belongs and copied, unless that takes unusually long. */
    private void awaitBackups() {
        long deadline = System.nanoTime() + LONGEST_WAIT_FOR_BACKUPS.toNanos();
        while (!grid.getPartitionService().isClusterSafe() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** The port other members and clients reach this one at. */
    public int port() {
        return grid.getCluster().getLocalMember().getAddress().getPort();
    }

    public HazelcastInstance grid() {
        return grid;
    }

    public JobFigures jobFigures(Channel channel) {
        return workers.figures(channel);
    }

    private void leave() {
        WriteBehindDrain.drain(grid, DRAIN);
        grid.shutdown();
    }

    /** Lets running jobs end, writes what is unsaved, leaves the cluster, then lets the database go. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception failure) {
                LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), failure);
            }
        }
    }
}
