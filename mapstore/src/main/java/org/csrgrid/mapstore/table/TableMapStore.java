package org.csrgrid.mapstore.table;

import com.hazelcast.map.MapStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map whose values are rows of one table. Stores may be repeated, reordered and replayed: the newer row stays.
 *
 * @param <K> the map's key
 * @param <V> the map's value
 */
public abstract class TableMapStore<K, V> implements MapStore<K, V> {
    private final RowWriter<V> writer;

    protected TableMapStore(RowWriter<V> writer) {
        this.writer = writer;
    }

    /** The primary key of the row of a map key. */
    protected Object rowKey(K key) {
        return key;
    }

    @Override
    public void store(K key, V value) {
        writer.storeAll(List.of(value));
    }

    @Override
    public void storeAll(Map<K, V> values) {
        writer.storeAll(values.values());
    }

    @Override
    public void delete(K key) {
        deleteAll(List.of(key));
    }

    @Override
    public void deleteAll(Collection<K> keys) {
        writer.deleteAll(keys.stream().map(this::rowKey).toList());
    }

    @Override
    public @Nullable V load(K key) {
        return loadAll(List.of(key)).get(key);
    }
}
