package org.csrgrid.grid.cluster;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a member how many members it sees if every partition has all its backups, so that one more may go; 0 if not. A member that was dropped, and does not
 * know it yet, sees others than they do.
 */
public record ClusterSafe() implements MemberCall<Long> {

    private static final long POLL_NANOS = Duration.ofMillis(200).toNanos();

    /**
     * Waits until all members agree that there are at least so many and that they are safe, or the time is up; whether they do. A member that does not answer
     * is not safe yet: it may still be loading, or be gone.
     *
     * @param members at least 1
     */
    public static boolean await(HazelcastInstance grid, int members, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isSafe(grid, members)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    private static boolean isSafe(HazelcastInstance grid, int members) {
        try {
            List<Long> seen = new MemberCalls(grid).every(new ClusterSafe());
            return seen.size() >= members && seen.stream().allMatch(number -> number >= members);
        } catch (RuntimeException notNow) {
            return false;
        }
    }
}
