package org.csrgrid.gridnode.job;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.wire.WireTypes;
import org.csrgrid.gridnode.job.JobCluster.Work;

/**
 * Adds and runs no-op jobs on one member with MariaDB, from a client in the same process: {@code durable|memory [jobs] [callers] [rate]}. Prints rates, processor
 * time of this process and of the database per job, and how long jobs wait that come at a steady rate. Run by hand.
 */
final class JobTiming {

    private static final AtomicLong RUN = new AtomicLong();
    private static final Queue<Long> WAITS = new ConcurrentLinkedQueue<>();
    private static final int STEADY_SECONDS = 15;

    private JobTiming() {}

    public static void main(String[] arguments) throws Exception {
        Channel channel = arguments[0].equals("durable") ? Channel.PAYMENTS : Channel.REPORTS;
        int jobs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int callers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
        JobType<Work> type = JobCluster.type("nothing", channel);
        try (JobCluster cluster = new JobCluster()
                .with("jobs.channels.reports.workers-max", "8")
                .with("jobs.lease", "30s")
                .with("jobs.sweep-interval", "1s")
                .handler(type, (text, _) -> {
                    RUN.incrementAndGet();
                    WAITS.add(System.nanoTime() - Long.parseLong(text));
                })) {
            JobMember member = cluster.start();
            ClientConfig config = ClientSetup.base(SettingsLoader.defaultsWith(java.util.Map.of(
                            "grid.cluster-name",
                            member.grid.getConfig().getClusterName(),
                            "grid.join",
                            "127.0.0.1:" + member.port()))
                    .grid());
            WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
            HazelcastInstance client = HazelcastClient.newHazelcastClient(config);
            JobGrid grid = new JobGrid(client, JobCipher.NONE);
            for (int round = 1; round <= 6; round++) {
                round(round, grid, type, jobs, callers);
            }
            if (arguments.length > 3) {
                steady(grid, type, Integer.parseInt(arguments[3]));
            }
            client.shutdown();
        }
    }

    private static void round(int round, JobGrid grid, JobType<Work> type, int jobs, int callers)
            throws InterruptedException {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        RUN.set(0);
        AtomicLong left = new AtomicLong(jobs);
        CountDownLatch done = new CountDownLatch(callers);
        long cpu = machine.getProcessCpuTime();
        long databaseCpu = databaseCpu();
        long begun = System.nanoTime();
        for (int caller = 0; caller < callers; caller++) {
            Thread.ofVirtual().start(() -> {
                while (left.getAndDecrement() > 0) {
                    grid.enqueue(grid.fresh(type.request(new Work(Long.toString(System.nanoTime()))), Instant.now()));
                }
                done.countDown();
            });
        }
        done.await();
        double added = (System.nanoTime() - begun) / 1e9;
        while (RUN.get() < jobs) {
            LockSupport.parkNanos(1_000_000);
        }
        double ran = (System.nanoTime() - begun) / 1e9;
        long spent = machine.getProcessCpuTime() - cpu;
        long databaseSpent = databaseCpu() - databaseCpu;
        System.out.printf(
                "round %d: added %,.0f/s, run %,.0f/s, %.1f us of processor per job and %.1f of the database's, load %.1f%n",
                round,
                jobs / added,
                jobs / ran,
                spent / 1e3 / jobs,
                databaseSpent / 1e3 / jobs,
                machine.getSystemLoadAverage());
    }

    private static void steady(JobGrid grid, JobType<Work> type, int rate) throws InterruptedException {
        Thread.sleep(5_000);
        WAITS.clear();
        int jobs = rate * STEADY_SECONDS;
        long begun = System.nanoTime();
        for (int job = 0; job < jobs; job++) {
            long due = begun + job * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(200_000);
            }
            grid.submit(grid.fresh(type.request(new Work(Long.toString(due))), Instant.now()));
        }
        while (WAITS.size() < jobs) {
            LockSupport.parkNanos(1_000_000);
        }
        List<Long> sorted = WAITS.stream().sorted().toList();
        System.out.printf(
                "at %,d/s: waits p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms%n",
                rate,
                sorted.get(jobs / 2) / 1e6,
                sorted.get(jobs * 99 / 100) / 1e6,
                sorted.get((int) (jobs * 999L / 1000)) / 1e6);
    }

    private static long databaseCpu() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(child ->
                        child.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }
}
