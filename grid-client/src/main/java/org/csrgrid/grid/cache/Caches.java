package org.csrgrid.grid.cache;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.csrgrid.grid.cache.mark.Invalidation;
import org.csrgrid.grid.cache.store.CacheStore;
import org.csrgrid.grid.cache.store.GridStore;
import org.csrgrid.grid.cache.store.LocalStore;
import org.jspecify.annotations.Nullable;

/**
 * The cache of a process: its layers. Open one per process, and each layer once.
 *
 * <pre>{@code
 * try (Caches caches = Caches.on(hazelcast)) {
 *     CacheLayer<String> cards = caches.layer(LayerOptions.of("campaigns", Duration.ofMinutes(5)), Codec.TEXT);
 *     cards.get("card:7:en", request -> Loaded.value(render(7, "en")).tagged("campaign:7"));
 *     cards.removeTag("campaign:7");
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class Caches implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LOCAL_ENTRIES = 100_000;

    private final CacheParts parts;
    private final ExecutorService executor;
    private final ConcurrentMap<String, CacheLayer<?>> layers = new ConcurrentHashMap<>();

    public Caches(CacheStore store, CacheEnvironment environment) {
        executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("cache-load-", 0).factory());
        parts = new CacheParts(
                UUID.randomUUID().toString(), store, environment, new Chaos(), executor, new AtomicLong());
        store.listen(this::hear);
    }

    /** A cache shared by all processes of a grid. Its members need {@link org.csrgrid.grid.cache.store.GridCacheMaps} and all {@link CacheWireTypes}. */
    public static Caches on(HazelcastInstance grid) {
        return new Caches(new GridStore(grid, PATIENCE), CacheEnvironment.system());
    }

    /** A cache of this process alone. */
    public static Caches local() {
        return new Caches(new LocalStore(LOCAL_ENTRIES), CacheEnvironment.system());
    }

    /**
     * Opens a layer.
     *
     * @throws IllegalStateException if this process has opened it before
     */
    public <V> CacheLayer<V> layer(LayerOptions options, Codec<V> codec) {
        var layer = new CacheLayer<V>(options, codec, parts);
        if (layers.putIfAbsent(options.name(), layer) != null) {
            throw new IllegalStateException("layer %s is open already".formatted(options.name()));
        }
        return layer;
    }

    /** The open layer of that name. */
    public Optional<CacheLayer<?>> find(String name) {
        return Optional.ofNullable(layers.get(name));
    }

    /** Every open layer's statistics, by its name. */
    public Map<String, LayerStatistics> statistics() {
        Map<String, LayerStatistics> all = new TreeMap<>();
        layers.forEach((name, layer) -> all.put(name, layer.statistics()));
        return all;
    }

    /** Makes this process's loads and messages misbehave. */
    public Chaos chaos() {
        return parts.chaos();
    }

    /** Ends background loads and stops listening. What is cached in the grid stays. */
    @Override
    public void close() {
        parts.store().close();
        executor.shutdownNow();
    }

    private void hear(Invalidation invalidation) {
        @Nullable CacheLayer<?> layer = layers.get(invalidation.layer());
        if (layer != null) {
            layer.hear(invalidation);
        }
    }
}
