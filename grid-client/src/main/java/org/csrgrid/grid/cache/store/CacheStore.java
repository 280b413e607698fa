package org.csrgrid.grid.cache.store;

import com.hazelcast.map.EntryProcessor;
import java.util.function.Consumer;
import org.csrgrid.grid.cache.mark.Invalidation;
import org.csrgrid.grid.cache.mark.TagMarks;
import org.csrgrid.grid.cache.slot.ChangeSlot;
import org.csrgrid.grid.cache.slot.Slot;
import org.jspecify.annotations.Nullable;

/** What the processes share: a slot per layer and key, the marks of each layer, and a way to tell each other. Safe for use by many threads. */
public interface CacheStore extends AutoCloseable {

    /**
     * The slot of a key, null if there is none.
     *
     * @throws CacheStoreException if the store does not answer soon
     */
    @Nullable
    Slot find(String layer, String key);

    /**
     * Changes a slot, atomically.
     *
     * @throws CacheStoreException if the store does not answer soon; the change may have been made
     */
    <R> R change(String layer, String key, ChangeSlot<R> change);

    /** Like {@link #change}, and tries again for some seconds. Only for changes whose repeat is harmless. */
    <R> R insist(String layer, String key, ChangeSlot<R> change);

    /**
     * Asks the marks of a layer, atomically.
     *
     * @throws CacheStoreException if the store does not answer soon
     */
    <R> R askMarks(String layer, EntryProcessor<String, TagMarks, R> question);

    /**
     * Changes the marks of a layer, atomically, and tries again for some seconds. Only for changes whose repeat is harmless.
     *
     * @throws CacheStoreException if the store does not answer; the change may have been made
     */
    <R> R changeMarks(String layer, EntryProcessor<String, TagMarks, R> change);

    /** Tells all processes, this one included. Does not fail: who does not hear of it asks later. */
    void tell(Invalidation invalidation);

    /** From now on, and until this is closed, hears of what is told. */
    void listen(Consumer<Invalidation> listener);

    /** Stops listening. */
    @Override
    void close();
}
