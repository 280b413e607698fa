package org.csrgrid.gridnode.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.MapLoader;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.mapstore.MapStores;

/** Brings into memory what lists, look-ups and workers have to see whole: queries find loaded entries only. */
public final class Preload {

    /** The maps that are held whole. */
    public static final List<String> MAPS = List.of(
            GridMaps.ORGANIZATIONS,
            GridMaps.EXCHANGE_RATES,
            GridMaps.MATCH_PROGRAMMES,
            GridMaps.USERS,
            GridMaps.SESSIONS,
            GridMaps.CAMPAIGNS,
            GridMaps.CAMPAIGN_TOTALS);

    /** Each chunk costs a second when its loading is not over at once: that is how seldom the grid looks. */
    private static final int CHUNK = 5_000;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Preload() {}

    /**
     * Reads every key the database has, unless as many are loaded already. A repeat is harmless; the map may be used meanwhile.
     *
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if the database does not answer
     */
    public static void run(HazelcastInstance grid, MapStores stores) {
        withMajority(() -> {
            KeyLoading.finish(grid, stores.maps());
            return grid;
        });
        try (ExecutorService maps = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(MAPS.stream()
                            .map(name -> CompletableFuture.runAsync(
                                    () -> load(Preload.<Object>mapOf(grid, name), stores.store(name)), maps))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** A map's first use builds its indexes on all members, one of which may be joining just now. */
    private static <K> IMap<K, ?> mapOf(HazelcastInstance grid, String name) {
        return withMajority(() -> grid.getMap(name));
    }

    private static <K> void load(IMap<K, ?> map, MapLoader<?, ?> store) {
        @SuppressWarnings("unchecked")
        Iterable<K> keys = Objects.requireNonNull((Iterable<K>) store.loadAllKeys());
        List<K> all = new ArrayList<>();
        keys.forEach(all::add);
        if (withMajority(map::size) >= all.size()) {
            return;
        }
        for (int from = 0; from < all.size(); from += CHUNK) {
            Set<K> chunk = new HashSet<>(all.subList(from, Math.min(from + CHUNK, all.size())));
            withMajority(() -> loaded(map, chunk));
        }
    }

    /** Reads alone would bring the entries to their owners only: they would be missing from lists when an owner dies. */
    private static <K> int loaded(IMap<K, ?> map, Set<K> keys) {
        map.loadAll(keys, false);
        return map.getAll(keys).size();
    }

    /** The first members of a cluster wait here for the others: without a majority a map does not even load. */
    private static <R> R withMajority(Supplier<R> read) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return GridCalls.repeatable(read);
            } catch (GridUnavailableException failure) {
                boolean alone = GridCalls.isCausedBy(failure, SplitBrainProtectionException.class);
                if (!alone || System.nanoTime() > deadline) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
