package org.csrgrid.grid.lock;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.lock.Lock;

/** Leaves the line before a lock. Atomic over the lock; a repeat is harmless. */
public record WithdrawRequest(String request) implements EntryProcessor<String, Lock, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, Lock> entry) {
        Lock lock = LockChange.current(entry);
        return LockChange.keep(entry, lock, lock.withdraw(request));
    }
}
