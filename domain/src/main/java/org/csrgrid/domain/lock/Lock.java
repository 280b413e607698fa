package org.csrgrid.domain.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A lock's state. Every grant has a larger token than all before, also after the state was lost: a token is never smaller than the time in microseconds.
 * Repeats of an attempt, a renewal and a release change nothing more.
 *
 * @param token of the last grant, 0 before the first
 * @param holder who has it, or had it and did not give it back
 * @param waiters first come, first served; among them dead ones
 */
public record Lock(String name, long token, @Nullable LockHolder holder, List<LockWaiter> waiters, long version)
        implements Versioned {

    /** A waiter that does not ask again for so long is passed over. */
    public static final Duration WAITERS_LIVE = Duration.ofSeconds(2);

    public Lock {
        waiters = List.copyOf(waiters);
    }

    /** A lock nobody ever had. */
    public static Lock free(String name) {
        return new Lock(name, 0, null, List.of(), 0);
    }

    /** A lock as an attempt left it, and what the attempt came to. */
    public record Step(Lock lock, LockOutcome outcome) {}

    /** Tries to get it. */
    public Step ask(LockRequest request, Instant now) {
        if (holder != null && isHeld(now) && holder.request().equals(request.request())) {
            return new Step(this, new LockOutcome.Granted(token, holder.until()));
        }
        List<LockWaiter> alive = aliveOrAsking(request, now);
        boolean isFirst = alive.isEmpty() || alive.getFirst().request().equals(request.request());
        if (!isHeld(now) && isFirst) {
            return grant(request, alive, now);
        }
        return request.queued() ? queue(request, alive, now) : new Step(this, new LockOutcome.Taken());
    }

    private Step grant(LockRequest request, List<LockWaiter> alive, Instant now) {
        long next = Math.max(token + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now));
        Instant until = now.plus(request.lease());
        var others = alive.isEmpty() ? alive : alive.subList(1, alive.size());
        var granted = new Lock(
                name, next, new LockHolder(request.owner(), request.request(), now, until), others, version + 1);
        return new Step(granted, new LockOutcome.Granted(next, until));
    }

    private Step queue(LockRequest request, List<LockWaiter> alive, Instant now) {
        var queue = new ArrayList<>(alive);
        int place = 0;
        while (place < queue.size() && !queue.get(place).request().equals(request.request())) {
            place++;
        }
        Instant aliveUntil = now.plus(WAITERS_LIVE);
        if (place == queue.size()) {
            queue.add(new LockWaiter(request.owner(), request.request(), now, aliveUntil));
        } else {
            queue.set(place, queue.get(place).aliveUntil(aliveUntil));
        }
        return new Step(new Lock(name, token, holder, queue, version + 1), new LockOutcome.Waiting(place));
    }

    /** Who asks is alive, however late. */
    private List<LockWaiter> aliveOrAsking(LockRequest request, Instant now) {
        return waiters.stream()
                .filter(waiter ->
                        now.isBefore(waiter.aliveUntil()) || waiter.request().equals(request.request()))
                .toList();
    }

    public boolean isHeld(Instant now) {
        return holder != null && now.isBefore(holder.until());
    }

    public boolean isHeldUnder(long wanted, Instant now) {
        return token == wanted && isHeld(now);
    }

    /** Prolongs the lease of who holds it under that token; itself if nobody does any more. Never shortens it. */
    public Lock renew(long held, Instant now, Duration lease) {
        if (holder == null || !isHeldUnder(held, now) || !now.plus(lease).isAfter(holder.until())) {
            return this;
        }
        var renewed = new LockHolder(holder.owner(), holder.request(), holder.since(), now.plus(lease));
        return new Lock(name, token, renewed, waiters, version + 1);
    }

    /** Gives it back, whoever asks: the token is enough. Itself if it was given back, or somebody else has it. */
    public Lock release(long held) {
        return holder == null || token != held ? this : new Lock(name, token, null, waiters, version + 1);
    }

    /** Leaves the line. */
    public Lock withdraw(String request) {
        List<LockWaiter> others = waiters.stream()
                .filter(waiter -> !waiter.request().equals(request))
                .toList();
        return others.size() == waiters.size() ? this : new Lock(name, token, holder, others, version + 1);
    }
}
