package org.csrgrid.grid.lock;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.domain.lock.Lock;
import org.csrgrid.domain.lock.LockHolder;
import org.csrgrid.domain.lock.LockOutcome;
import org.csrgrid.domain.lock.LockRequest;
import org.csrgrid.domain.lock.LockWaiter;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about locks. */
public final class LockWireTypes {

    private LockWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(
                Lock.class,
                LockHolder.class,
                LockWaiter.class,
                LockRequest.class,
                LockOutcome.Granted.class,
                LockOutcome.Waiting.class,
                LockOutcome.Taken.class,
                AcquireLock.class,
                RenewLock.class,
                ReleaseLock.class,
                WithdrawRequest.class));
    }
}
