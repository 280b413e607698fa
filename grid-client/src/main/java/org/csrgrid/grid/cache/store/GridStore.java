package org.csrgrid.grid.cache.store;

import com.hazelcast.client.HazelcastClientNotActiveException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import com.hazelcast.topic.ITopic;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.csrgrid.grid.cache.mark.Invalidation;
import org.csrgrid.grid.cache.mark.TagMarks;
import org.csrgrid.grid.cache.slot.ChangeSlot;
import org.csrgrid.grid.cache.slot.Slot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares by a Hazelcast grid: one map per layer, one for the marks of all layers, one topic. Works on members and on clients; {@link GridCacheMaps} says how
 * members have to be configured. No call waits longer than a patience, so that a grid in trouble slows nobody down for long.
 */
public final class GridStore implements CacheStore {

    private static final Logger LOG = LoggerFactory.getLogger(GridStore.class);
    private static final Duration INSISTENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private final HazelcastInstance grid;
    private final Duration patience;
    private final IMap<String, TagMarks> marks;
    private final ITopic<Invalidation> topic;
    private final Map<String, IMap<String, Slot>> layers = new ConcurrentHashMap<>();
    private final Set<UUID> listeners = ConcurrentHashMap.newKeySet();

    /** @param patience how long one call may take */
    public GridStore(HazelcastInstance grid, Duration patience) {
        this.grid = grid;
        this.patience = patience;
        marks = grid.getMap(GridCacheMaps.MARKS);
        topic = grid.getTopic(GridCacheMaps.INVALIDATIONS);
    }

    @Override
    public @Nullable Slot find(String layer, String key) {
        return call(() -> layer(layer).getAsync(key));
    }

    @Override
    @SuppressWarnings("NullAway") // slots' operations always answer
    public <R> R change(String layer, String key, ChangeSlot<R> change) {
        return call(() -> layer(layer).submitToKey(key, change));
    }

    @Override
    @SuppressWarnings("NullAway") // slots' operations always answer
    public <R> R insist(String layer, String key, ChangeSlot<R> change) {
        return repeat(() -> layer(layer).submitToKey(key, change));
    }

    @Override
    @SuppressWarnings("NullAway") // marks' operations always answer
    public <R> R askMarks(String layer, EntryProcessor<String, TagMarks, R> question) {
        return call(() -> marks.submitToKey(layer, question));
    }

    @Override
    @SuppressWarnings("NullAway") // marks' operations always answer
    public <R> R changeMarks(String layer, EntryProcessor<String, TagMarks, R> change) {
        return repeat(() -> marks.submitToKey(layer, change));
    }

    @Override
    public void tell(Invalidation invalidation) {
        topic.publishAsync(invalidation)
                .whenCompleteAsync(
                        (_, failure) -> {
                            if (failure != null) {
                                LOG.warn("Not told at once, other processes will ask later: {}", invalidation, failure);
                            }
                        },
                        Runnable::run);
    }

    @Override
    public void listen(Consumer<Invalidation> listener) {
        listeners.add(topic.addMessageListener(message -> listener.accept(message.getMessageObject())));
    }

    @Override
    public void close() {
        try {
            listeners.forEach(topic::removeMessageListener);
        } catch (RuntimeException gone) {
            LOG.debug("The grid is gone, and the listeners with it", gone);
        }
        listeners.clear();
    }

    private IMap<String, Slot> layer(String name) {
        return layers.computeIfAbsent(name, _ -> grid.getMap(GridCacheMaps.LAYERS + name));
    }

    private <R> @Nullable R repeat(Supplier<CompletionStage<R>> operation) {
        long deadline = System.nanoTime() + INSISTENCE.toNanos();
        while (true) {
            try {
                return call(operation);
            } catch (CacheStoreException failure) {
                if (System.nanoTime() > deadline
                        || Thread.currentThread().isInterrupted()
                        || failure.getCause() instanceof HazelcastClientNotActiveException) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private <R> @Nullable R call(Supplier<CompletionStage<R>> operation) {
        try {
            return operation.get().toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw new CacheStoreException("the grid fails: " + failure.getCause(), failure.getCause());
        } catch (TimeoutException late) {
            throw new CacheStoreException("the grid does not answer within " + patience, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CacheStoreException("interrupted", interrupted);
        } catch (RuntimeException failure) {
            throw new CacheStoreException("the grid fails: " + failure, failure);
        }
    }
}
