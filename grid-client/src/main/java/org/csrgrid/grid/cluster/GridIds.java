package org.csrgrid.grid.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.flakeidgen.FlakeIdGenerator;

/** Unique 64-bit ids that grow with time. Drawn in blocks, so most take no network hop. Safe for use by many threads. */
public final class GridIds {

    private final FlakeIdGenerator generator;

    public GridIds(HazelcastInstance grid) {
        generator = grid.getFlakeIdGenerator(GridMaps.IDS);
    }

    /** @throws GridUnavailableException if a new block is needed and the grid does not answer */
    public long next() {
        return GridCalls.repeatable(generator::newId);
    }
}
