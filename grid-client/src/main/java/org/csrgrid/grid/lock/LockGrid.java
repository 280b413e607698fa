package org.csrgrid.grid.lock;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.domain.lock.Lock;
import org.csrgrid.domain.lock.LockOutcome;
import org.csrgrid.domain.lock.LockRequest;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/**
 * Locks across processes, by name, each with a lease. A lease can run out while its holder stands still and knows nothing of it, so a lock alone protects
 * nothing: whatever is written under it is guarded by its fencing token, in the same transaction. Leases are measured with the clocks of those who ask;
 * clocks that differ make leases shorter or longer by as much, and the token still protects. A cut-off minority grants nothing. Every method throws
 * {@link org.csrgrid.grid.cluster.GridUnavailableException} when the grid does not answer or has no majority; a repeat is always harmless. Safe for use by
 * many threads.
 */
public final class LockGrid {

    /** No lease is longer. Locks nobody asked for during a day are forgotten. */
    public static final Duration LONGEST_LEASE = Duration.ofHours(1);

    private static final long PAUSE_NANOS = Duration.ofMillis(25).toNanos();

    private final IMap<String, Lock> locks;
    private final String owner;
    private final InstantSource clock;

    /** @param owner for people who look at held locks: which process this is */
    public LockGrid(HazelcastInstance grid, String owner, InstantSource clock) {
        locks = grid.getMap(GridMaps.LOCKS);
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * Gets the lock, first come, first served. Blocks up to {@code wait}; who gives up or dies while waiting is passed over. Not reentrant.
     *
     * @param lease more than zero, at most {@link #LONGEST_LEASE}
     * @param wait zero to try once
     * @return empty if others had it all the time
     */
    public Optional<HeldLock> tryAcquire(String name, Duration lease, Duration wait) {
        requireSane(lease);
        var request = new LockRequest(owner, UUID.randomUUID().toString(), lease, wait.isPositive());
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            if (ask(name, request) instanceof LockOutcome.Granted granted) {
                return Optional.of(new HeldLock(name, granted.token(), granted.until()));
            }
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                withdraw(name, request);
                return Optional.empty();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    LockOutcome ask(String name, LockRequest request) {
        return GridCalls.repeatable(() -> locks.executeOnKey(name, new AcquireLock(request, now())));
    }

    private void withdraw(String name, LockRequest request) {
        if (request.queued()) {
            GridCalls.repeatable(() -> locks.executeOnKey(name, new WithdrawRequest(request.request())));
        }
    }

    /** Prolongs the lease, from now; empty if it has run out or was given back, so that the work has to stop. */
    public Optional<HeldLock> renew(HeldLock held, Duration lease) {
        requireSane(lease);
        Instant now = now();
        boolean isHeld =
                GridCalls.repeatable(() -> locks.executeOnKey(held.name(), new RenewLock(held.token(), now, lease)));
        Instant until = now.plus(lease).isAfter(held.until()) ? now.plus(lease) : held.until();
        return isHeld ? Optional.of(new HeldLock(held.name(), held.token(), until)) : Optional.empty();
    }

    /** Gives the lock back, from whatever process: the token is enough. False if it is not held under that token. */
    public boolean release(String name, long token) {
        return GridCalls.repeatable(() -> locks.executeOnKey(name, new ReleaseLock(token)));
    }

    /** Every lock that is held now, with those who wait for it, the one held longest first. Looks at all locks on all members. */
    public List<Lock> held() {
        Instant now = now();
        return GridCalls.repeatable(locks::values).stream()
                .filter(lock -> lock.isHeld(now))
                .sorted(Comparator.comparing(LockGrid::since).thenComparing(Lock::name))
                .toList();
    }

    private static Instant since(Lock lock) {
        return lock.holder() == null ? Instant.MAX : lock.holder().since();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireSane(Duration lease) {
        if (!lease.isPositive() || lease.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("lease: %s (expected: > 0 and <= %s)".formatted(lease, LONGEST_LEASE));
        }
    }
}
