package org.csrgrid.gridnode.job;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.grid.job.JobKey;
import org.jspecify.annotations.Nullable;

/** Every job this member holds a lease of. Safe for use by many threads. */
final class HeldJobs {

    private final Map<JobKey, ClaimedJob> held = new ConcurrentHashMap<>();

    void add(ClaimedJob claimed) {
        held.put(claimed.key(), claimed);
    }

    void remove(ClaimedJob claimed) {
        held.remove(claimed.key(), claimed);
    }

    @Nullable
    ClaimedJob find(JobKey key) {
        return held.get(key);
    }

    boolean contains(JobKey key) {
        return held.containsKey(key);
    }

    Collection<ClaimedJob> all() {
        return held.values();
    }

    boolean isEmpty() {
        return held.isEmpty();
    }
}
