package org.csrgrid.gridnode.job;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.csrgrid.grid.job.JobKey;

/**
 * A channel's jobs that wait on this member: first in first out within an organization, and organizations take turns of eight. Only a guess at what is to be
 * had; claims decide. Safe for use by many threads.
 */
final class RunQueue {

    static final int QUANTUM = 8;

    private final Map<Long, Deque<ReadyJob>> byOrganization = new HashMap<>();
    private final Queue<Long> turns = new ArrayDeque<>();
    private final Deque<ReadyJob> byAge = new ArrayDeque<>();
    private final Set<JobKey> known = new HashSet<>();
    private int takenInTurn;

    /** Adds a job unless it waits already. */
    synchronized boolean offer(ReadyJob ready) {
        if (!known.add(ready.key)) {
            return false;
        }
        Deque<ReadyJob> own = byOrganization.get(ready.organization);
        if (own == null) {
            own = new ArrayDeque<>();
            byOrganization.put(ready.organization, own);
            turns.add(ready.organization);
        }
        ready.taken = false;
        own.add(ready);
        byAge.add(ready);
        return true;
    }

    /** Takes the next jobs, at most {@code most}. */
    synchronized List<ReadyJob> take(int most) {
        List<ReadyJob> taken = new ArrayList<>(Math.min(most, known.size()));
        while (taken.size() < most && !turns.isEmpty()) {
            taken.add(takeNext());
        }
        return taken;
    }

    private ReadyJob takeNext() {
        long organization = turns.element();
        Deque<ReadyJob> own = requireNonNull(byOrganization.get(organization));
        ReadyJob next = own.remove();
        next.taken = true;
        known.remove(next.key);
        takenInTurn++;
        if (own.isEmpty()) {
            byOrganization.remove(organization);
            turns.remove();
            takenInTurn = 0;
        } else if (takenInTurn == QUANTUM) {
            turns.add(turns.remove());
            takenInTurn = 0;
        }
        return next;
    }

    /** How long the oldest has waited; 0 if none waits. */
    synchronized long oldestNanos(long nowNanos) {
        while (!byAge.isEmpty() && byAge.element().taken) {
            byAge.remove();
        }
        return byAge.isEmpty() ? 0 : Math.max(0, nowNanos - byAge.element().sinceNanos);
    }

    synchronized int size() {
        return known.size();
    }

    synchronized boolean contains(JobKey key) {
        return known.contains(key);
    }
}
