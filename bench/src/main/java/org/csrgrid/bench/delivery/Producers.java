package org.csrgrid.bench.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.bench.jobs.JobClient;
import org.csrgrid.domain.job.Job;

/** Enqueues jobs at a pace whatever breaks meanwhile, and insists on every one until it is accepted. */
final class Producers implements AutoCloseable {

    private static final long RETRY_NANOS = Duration.ofMillis(200).toNanos();
    private static final Duration INSISTENCE = Duration.ofSeconds(90);
    private static final int TWICE_PERCENT = 15;

    private final JobClient client;
    private final SplittableRandom random;
    private final long pauseNanos;
    private final Map<String, Job> accepted = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final AtomicLong repeats = new AtomicLong();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread pacer;
    private volatile boolean stopped;

    private Producers(JobClient client, SplittableRandom random, int perSecond) {
        this.client = client;
        this.random = random;
        pauseNanos = Duration.ofSeconds(1).toNanos() / perSecond;
        pacer = Thread.ofPlatform().name("producer").unstarted(this::produce);
    }

    static Producers start(JobClient client, SplittableRandom random, int perSecond) {
        Producers producers = new Producers(client, random, perSecond);
        producers.pacer.start();
        return producers;
    }

    private void produce() {
        for (int number = 0; !stopped; number++) {
            Job job = DeliveryJobs.draw("proof-" + number, random, Instant.now());
            callers.execute(() -> insist(job));
            if (random.nextInt(100) < TWICE_PERCENT) {
                repeats.incrementAndGet();
                callers.execute(() -> insist(job));
            }
            LockSupport.parkNanos(pauseNanos);
        }
    }

    private void insist(Job job) {
        long deadline = System.nanoTime() + INSISTENCE.toNanos();
        while (!tryOnce(job) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private boolean tryOnce(Job job) {
        try {
            client.enqueue(job);
            accepted.put(job.id(), job);
            return true;
        } catch (RuntimeException refused) {
            refusals.computeIfAbsent(String.valueOf(refused.getMessage()), _ -> new LongAdder())
                    .increment();
            return false;
        }
    }

    /** Jobs that were accepted, by id; all of them once this is closed. */
    Map<String, Job> accepted() {
        return Map.copyOf(accepted);
    }

    /** Calls that failed and were repeated, by reason. */
    Map<String, LongAdder> refusals() {
        return Map.copyOf(refusals);
    }

    /** Jobs that were enqueued twice at once. */
    long repeats() {
        return repeats.get();
    }

    /** Ends, after every caller has its answer. */
    @Override
    public void close() {
        stopped = true;
        try {
            pacer.join();
        } catch (InterruptedException interrupted) {
            callers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        callers.close();
    }
}
