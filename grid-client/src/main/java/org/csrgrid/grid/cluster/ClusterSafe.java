package org.csrgrid.grid.cluster;

import com.hazelcast.core.HazelcastInstance;
import java.util.List;

/**
 * Asks a member how many members it sees if every partition has all its backups, so that one more may go; 0 if not. A member that was dropped, and does not
 * know it yet, sees others than they do.
 */
public record ClusterSafe() implements MemberCall<Long> {

    /** Whether all members agree that there are at least so many and that they are safe. */
    public static boolean isSafe(HazelcastInstance grid, int members) {
        List<Long> seen = new MemberCalls(grid).every(new ClusterSafe());
        return seen.size() >= members && seen.stream().allMatch(number -> number >= members);
    }
}
