package org.csrgrid.gridnode.cluster;

import com.hazelcast.map.MapStore;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A store whose keys Hazelcast does not ask for: loading all keys at the start hangs now and then when members join while it goes on (seen with three
 * members of 5.7.0 starting together). {@link Preload} brings the keys in by ordinary reads instead, which survive any migration.
 */
final class LoadedOnTouch<K, V> implements MapStore<K, V> {

    private final MapStore<K, V> store;

    LoadedOnTouch(MapStore<K, V> store) {
        this.store = store;
    }

    @Override
    public void store(K key, V value) {
        store.store(key, value);
    }

    @Override
    public void storeAll(Map<K, V> values) {
        store.storeAll(values);
    }

    @Override
    public void delete(K key) {
        store.delete(key);
    }

    @Override
    public void deleteAll(Collection<K> keys) {
        store.deleteAll(keys);
    }

    @Override
    public @Nullable V load(K key) {
        return store.load(key);
    }

    @Override
    public Map<K, V> loadAll(Collection<K> keys) {
        return store.loadAll(keys);
    }

    @Override
    public @Nullable Iterable<K> loadAllKeys() {
        return null;
    }
}
