package org.csrgrid.grid.lock;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.lock.Lock;
import org.csrgrid.domain.lock.LockOutcome;
import org.csrgrid.domain.lock.LockRequest;

/** Tries to get a lock. Atomic over the lock; a repeat of the same request answers the same grant or keeps the same place. */
public record AcquireLock(LockRequest request, Instant now) implements EntryProcessor<String, Lock, LockOutcome> {

    @Override
    public LockOutcome process(Map.Entry<String, Lock> entry) {
        Lock lock = LockChange.current(entry);
        Lock.Step step = lock.ask(request, now);
        LockChange.keep(entry, lock, step.lock());
        return step.outcome();
    }
}
