package org.csrgrid.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts the requests of one run that fall into its measured time. Belongs to one thread. */
final class Tally {

    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;

    private final Histogram microseconds = new Histogram(LONGEST_MICROS, 3);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final long from;
    private final long until;
    private final long most;
    private long requests;
    private long failures;
    private long last;

    Tally(long from, long until, long most) {
        this.from = from;
        this.until = until;
        this.most = most;
        last = from;
    }

    void success(int status, long sentAt, long now) {
        if (counts(now)) {
            requests++;
            microseconds.recordValue(Math.min(LONGEST_MICROS, (now - sentAt) / 1000));
            statuses.merge(status, 1L, Long::sum);
        }
    }

    void failure(int status, long now) {
        if (counts(now)) {
            failures++;
            statuses.merge(status, 1L, Long::sum);
        }
    }

    boolean isOver(long now) {
        return now - until >= 0 || requests >= most;
    }

    LoadResult result() {
        return new LoadResult(requests, failures, statuses, Duration.ofNanos(last - from), microseconds);
    }

    private boolean counts(long now) {
        if (now - from < 0 || isOver(now)) {
            return false;
        }
        last = now;
        return true;
    }
}
