package org.csrgrid.grid.lock;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.lock.Lock;

/** Gives a lock back; answers whether it was held under the token. Atomic over the lock; a repeat is harmless and answers false. */
public record ReleaseLock(long token) implements EntryProcessor<String, Lock, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, Lock> entry) {
        Lock lock = LockChange.current(entry);
        return LockChange.keep(entry, lock, lock.release(token));
    }
}
