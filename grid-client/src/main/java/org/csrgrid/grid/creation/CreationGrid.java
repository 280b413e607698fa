package org.csrgrid.grid.creation;

import static java.util.Objects.requireNonNull;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Optional;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.ledger.DuplicateEntryException;

/**
 * Idempotency keys of requests that create something. Who creates first reserves the key, durably, then makes the thing under the reserved id unless it
 * is there. If the process dies in between, the client's repeat finds the reservation and makes the very same thing; without a repeat nobody was told of
 * it. Every method throws {@link org.csrgrid.grid.cluster.GridUnavailableException} when the grid or the database does not answer. Safe for use by many
 * threads.
 */
public final class CreationGrid {

    private final IMap<String, Creation> creations;

    public CreationGrid(HazelcastInstance grid) {
        creations = grid.getMap(GridMaps.CREATIONS);
    }

    /** What the key stands for, if it was used before; compare the fingerprint. */
    public Optional<Creation> find(long userId, String key) {
        return Optional.ofNullable(GridCalls.repeatable(() -> creations.get(Creation.guard(userId, key))));
    }

    /**
     * Reserves the key of {@code wanted} unless it is taken. Durable when answered, one winner of many at once, and a repeat is harmless.
     *
     * @return {@code wanted}, or what the key stood for already; compare the fingerprint
     */
    public Creation reserve(Creation wanted) {
        return GridCalls.repeatable(() -> {
            try {
                return creations.executeOnKey(wanted.guard(), new ReserveCreation(wanted));
            } catch (RuntimeException failure) {
                if (GridCalls.isCausedBy(failure, DuplicateEntryException.class)) {
                    return requireNonNull(creations.get(wanted.guard()), "a duplicate without its first");
                }
                throw failure;
            }
        });
    }
}
