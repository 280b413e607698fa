package org.csrgrid.gridnode.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.map.impl.MapService;
import com.hazelcast.map.impl.operation.KeyLoadStatusOperationFactory;
import com.hazelcast.spi.impl.operationservice.OperationService;
import java.util.Collection;
import org.csrgrid.grid.cluster.GridUnavailableException;

/**
 * Ends Hazelcast's own loading of keys, which has nothing to load here ({@link LoadedOnTouch}). A partition that is touched in the moment in which the
 * cluster loses its majority begins it, and then split-brain protection refuses the message that it is over: every operation on that partition is told
 * "still loading" for good, also when the others are back. Saying it again is harmless, but needs Hazelcast's internals.
 */
final class KeyLoading {

    private KeyLoading() {}

    /**
     * Tells every partition of these maps that all keys are loaded.
     *
     * @throws com.hazelcast.splitbrainprotection.SplitBrainProtectionException while there is no majority
     */
    static void finish(HazelcastInstance grid, Collection<String> maps) {
        OperationService operations = ((HazelcastInstanceProxy) grid)
                .getOriginal()
                .node
                .getNodeEngine()
                .getOperationService();
        for (String map : maps) {
            finish(operations, map);
        }
    }

    private static void finish(OperationService operations, String map) {
        try {
            operations.invokeOnAllPartitions(MapService.SERVICE_NAME, new KeyLoadStatusOperationFactory(map, null));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new GridUnavailableException("partitions do not answer", failure);
        }
    }
}
