package org.csrgrid.grid.cluster;

import com.hazelcast.client.HazelcastClientNotActiveException;
import com.hazelcast.client.HazelcastClientOfflineException;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.core.OperationTimeoutException;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.spi.exception.RetryableException;
import com.hazelcast.spi.exception.TargetDisconnectedException;
import com.hazelcast.spi.exception.TargetNotMemberException;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls that survive the death of a member. An operation whose outcome is unknown is sent again with the same ids, so only operations whose repeat is
 * harmless may go through here.
 */
public final class GridCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private GridCalls() {}

    /**
     * @throws GridUnavailableException when the database is down (at once), the cluster has no majority (at once), or members stay unreachable for ten
     *     seconds
     */
    public static <R> R repeatable(Supplier<R> operation) {
        return repeatable(operation, PATIENCE);
    }

    static <R> R repeatable(Supplier<R> operation, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return operation.get();
            } catch (RuntimeException failure) {
                if (isCausedBy(failure, DatabaseUnavailableException.class)) {
                    throw new GridUnavailableException("the database does not answer", failure);
                }
                if (isCausedBy(failure, SplitBrainProtectionException.class)) {
                    throw new GridUnavailableException("the cluster has no majority", failure);
                }
                if (!isTransient(failure)) {
                    throw failure;
                }
                if (System.nanoTime() > deadline) {
                    throw new GridUnavailableException("the grid does not answer", failure);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Whether a member's death or a lost connection explains the failure, so that another try may succeed. */
    public static boolean isTransient(Throwable failure) {
        return isCausedBy(failure, TargetDisconnectedException.class)
                || isCausedBy(failure, TargetNotMemberException.class)
                || isCausedBy(failure, IndeterminateOperationStateException.class)
                || isCausedBy(failure, OperationTimeoutException.class)
                || isCausedBy(failure, HazelcastClientOfflineException.class)
                || isLostConnection(failure)
                || isCausedBy(failure, RetryableException.class)
                || (isCausedBy(failure, HazelcastInstanceNotActiveException.class)
                        && !isCausedBy(failure, HazelcastClientNotActiveException.class));
    }

    private static boolean isLostConnection(Throwable failure) {
        return isCausedBy(failure, IOException.class) && !isCausedBy(failure, HazelcastSerializationException.class);
    }

    /** The first cause of that type, or null. */
    public static <E> @Nullable E cause(Throwable failure, Class<E> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    public static boolean isCausedBy(Throwable failure, Class<?> type) {
        return cause(failure, type) != null;
    }
}
