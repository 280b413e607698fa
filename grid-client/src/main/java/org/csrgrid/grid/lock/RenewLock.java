package org.csrgrid.grid.lock;

import com.hazelcast.map.EntryProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.lock.Lock;

/** Prolongs a lease; answers whether the lock is still held under the token. Atomic over the lock; a repeat is harmless. */
public record RenewLock(long token, Instant now, Duration lease) implements EntryProcessor<String, Lock, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, Lock> entry) {
        Lock lock = LockChange.current(entry);
        LockChange.keep(entry, lock, lock.renew(token, now, lease));
        return lock.isHeldUnder(token, now);
    }
}
