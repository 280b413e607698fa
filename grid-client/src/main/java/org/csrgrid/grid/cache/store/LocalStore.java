package org.csrgrid.grid.cache.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.hazelcast.map.EntryProcessor;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.csrgrid.grid.cache.mark.Invalidation;
import org.csrgrid.grid.cache.mark.TagMarks;
import org.csrgrid.grid.cache.slot.ChangeSlot;
import org.csrgrid.grid.cache.slot.Slot;
import org.jspecify.annotations.Nullable;

/** The store of a process that shares with nobody. Closing it forgets the listeners only. */
public final class LocalStore implements CacheStore {

    private final int mostPerLayer;
    private final Map<String, ConcurrentMap<String, Slot>> layers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, TagMarks> marks = new ConcurrentHashMap<>();
    private final List<Consumer<Invalidation>> listeners = new CopyOnWriteArrayList<>();

    /** @param mostPerLayer entries of each layer; beyond that the least useful ones go */
    public LocalStore(int mostPerLayer) {
        this.mostPerLayer = mostPerLayer;
    }

    @Override
    public @Nullable Slot find(String layer, String key) {
        return slots(layer).get(key);
    }

    @Override
    public <R> R change(String layer, String key, ChangeSlot<R> change) {
        return compute(slots(layer), key, change);
    }

    @Override
    public <R> R insist(String layer, String key, ChangeSlot<R> change) {
        return change(layer, key, change);
    }

    @Override
    public <R> R askMarks(String layer, EntryProcessor<String, TagMarks, R> question) {
        return compute(marks, layer, question);
    }

    @Override
    public <R> R changeMarks(String layer, EntryProcessor<String, TagMarks, R> change) {
        return compute(marks, layer, change);
    }

    @Override
    public void tell(Invalidation invalidation) {
        listeners.forEach(listener -> listener.accept(invalidation));
    }

    @Override
    public void listen(Consumer<Invalidation> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        listeners.clear();
    }

    /** How many slots a layer has, roughly. */
    public int size(String layer) {
        return slots(layer).size();
    }

    private ConcurrentMap<String, Slot> slots(String layer) {
        return layers.computeIfAbsent(layer, _ -> Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(mostPerLayer)
                .<String, Slot>build()
                .asMap());
    }

    @SuppressWarnings("NullAway") // an entry processor may find nothing and leave nothing
    private static <V, R> R compute(ConcurrentMap<String, V> map, String key, EntryProcessor<String, V, R> operation) {
        var answer = new Answer<R>();
        map.compute(key, (_, value) -> {
            var entry = new SimpleEntry<String, V>(key, value);
            answer.value = operation.process(entry);
            return entry.getValue();
        });
        return answer.value;
    }

    private static final class Answer<R> {
        @Nullable
        R value;
    }
}
