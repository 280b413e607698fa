package org.csrgrid.bench.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.csrgrid.bench.load.LoadResult;

/** Enqueues no-op jobs: by many callers who each wait for their answer, or at a fixed rate whatever happens. */
final class Callers {

    private static final int ACCEPTED = 200;
    private static final int REFUSED = 0;

    private final JobClient client;
    private final NoopJobs jobs;
    private final AtomicLong accepted = new AtomicLong();

    private final Map<String, Long> refusals = new ConcurrentHashMap<>();

    Callers(JobClient client, NoopJobs jobs) {
        this.client = client;
        this.jobs = jobs;
    }

    /** Jobs accepted by all runs so far, warm-ups included. */
    long accepted() {
        return accepted.get();
    }

    /** Calls of all runs so far that failed, by reason. */
    Map<String, Long> refusals() {
        return Map.copyOf(refusals);
    }

    /** Each caller enqueues one job after the other until the time is up. */
    LoadResult closedLoop(int callers, Duration warmUp, Duration measured) {
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + measured.toNanos();
        Measuring measuring = new Measuring(begin, end);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        measuring.enqueue(System.nanoTime(), 0);
                    }
                });
            }
        }
        return measuring.result(measured);
    }

    /** Enqueues at a rate; every job of the measured time says when it was due. */
    LoadResult openLoop(double perSecond, Duration warmUp, Duration measured) {
        long start = System.nanoTime();
        long begin = start + warmUp.toNanos();
        long end = begin + measured.toNanos();
        Measuring measuring = new Measuring(begin, end);
        double nanosEach = 1e9 / perSecond;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long sent = 0; ; ) {
                long due = start + (long) (sent * nanosEach);
                if (due > end) {
                    break;
                }
                if (due > System.nanoTime()) {
                    LockSupport.parkNanos(due - System.nanoTime());
                    continue;
                }
                threads.execute(() -> measuring.enqueue(due, due < begin ? 0 : due / 1000));
                sent++;
            }
        }
        return measuring.result(measured);
    }

    private final class Measuring {

        private final long begin;
        private final long end;
        private final ConcurrentHistogram micros = new ConcurrentHistogram(3);
        private final LongAdder successes = new LongAdder();
        private final LongAdder failures = new LongAdder();

        Measuring(long begin, long end) {
            this.begin = begin;
            this.end = end;
        }

        void enqueue(long since, long dueMicros) {
            try {
                client.enqueue(jobs.next(dueMicros));
                accepted.incrementAndGet();
                long now = System.nanoTime();
                if (now >= begin && now < end) {
                    successes.increment();
                    micros.recordValue(Math.max(0, (now - since) / 1000));
                }
            } catch (RuntimeException refused) {
                failures.increment();
                refusals.merge(String.valueOf(refused.getMessage()), 1L, Long::sum);
            }
        }

        LoadResult result(Duration measured) {
            long good = successes.sum();
            long bad = failures.sum();
            return new LoadResult(good, bad, Map.of(ACCEPTED, good, REFUSED, bad), measured, micros);
        }
    }
}
