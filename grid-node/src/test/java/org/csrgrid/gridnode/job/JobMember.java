package org.csrgrid.gridnode.job;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.config.grid.MemberSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.EnqueueJobs;
import org.csrgrid.grid.job.InterruptJob;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.PayloadCipher;
import org.csrgrid.grid.job.ReviveStoredJob;
import org.csrgrid.grid.wire.WireTypes;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.gridnode.cluster.MemberMaps;
import org.csrgrid.gridnode.cluster.PauseWatch;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;

/** A real member with its database that does nothing but jobs. */
final class JobMember implements AutoCloseable {

    private static final Set<Channel> DURABLE = Set.of(Channel.PAYMENTS, Channel.NOTIFICATIONS, Channel.EXPORTS);

    final HazelcastInstance grid;
    final JobGrid jobs;
    final JobWorkers workers;
    private final MapStores stores;
    private final JobRestore restore;
    private final PauseWatch pauses;

    JobMember(
            Settings settings,
            Database database,
            List<JobHandler<?>> handlers,
            StartGate gate,
            JobEnds ends,
            Clock clock) {
        stores = MapStores.open(database, MapStoreOptions.DEFAULTS, clock);
        var calls = new MemberCallContext();
        Config config = MemberSetup.base(settings.grid());
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        config.setManagedContext(calls);
        MemberMaps.addTo(config, settings.grid(), settings.database(), stores);
        grid = Hazelcast.newHazelcastInstance(config);
        JobCipher cipher = PayloadCipher.of(Optional.of("a key of the tests that is long enough"));
        pauses = PauseWatch.start(grid);
        var partitions = new JobPartitions(grid, pauses);
        var desk = new JobDesk(partitions, stores.jobLog(), stores.jobDao(), DURABLE, clock);
        jobs = JobGrid.ofMember(grid, cipher, desk);
        calls.answer(EnqueueJobs.class, desk::receive);
        calls.answer(ReviveStoredJob.class, desk::revive);
        restore = new JobRestore(grid, stores.jobDao(), desk, clock);
        workers = new JobWorkers(
                grid, settings.jobs(), new JobWorkers.Tools(partitions, handlers, jobs, cipher, gate, ends, clock));
        calls.answer(InterruptJob.class, workers::interrupt);
        desk.tell(workers);
        calls.complete();
    }

    MapStores stores() {
        return stores;
    }

    IMap<JobKey, Job> map() {
        return grid.getMap(GridMaps.JOBS);
    }

    Job find(Job job) {
        return map().get(JobKey.of(job));
    }

    int port() {
        return grid.getCluster().getLocalMember().getAddress().getPort();
    }

    String uuid() {
        return grid.getCluster().getLocalMember().getUuid().toString();
    }

    /** An affinity whose partition this member owns. */
    long ownAffinity() {
        for (long affinity = 1; ; affinity++) {
            if (grid.getPartitionService().getPartition(affinity).getOwner().localMember()) {
                return affinity;
            }
        }
    }

    /** Ends as kill -9 would: nothing is saved, handed back or handed over. */
    void kill() {
        grid.getLifecycleService().terminate();
        close();
    }

    /** Lets jobs end, saves everything, leaves. */
    void leave() {
        workers.close();
        map().flush();
        grid.shutdown();
        close();
    }

    @Override
    public void close() {
        restore.close();
        if (grid.getLifecycleService().isRunning()) {
            grid.getLifecycleService().terminate();
        }
        workers.close();
        pauses.close();
        stores.close();
    }
}
