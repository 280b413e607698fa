package org.csrgrid.gridnode.lock;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.InstantSource;
import org.csrgrid.grid.lock.HeldLock;
import org.csrgrid.grid.lock.LockGrid;
import org.csrgrid.grid.wire.WireTypes;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;

/** A process that gets a lock, says so, waits for a line, then writes as if it still had the lock: cluster, address, URL, user, password, lease millis. */
final class StoppedHolder {

    private StoppedHolder() {}

    public static void main(String[] arguments) throws Exception {
        var config = new ClientConfig().setClusterName(arguments[0]);
        config.getNetworkConfig().addAddress(arguments[1]);
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        HazelcastInstance client = HazelcastClient.newHazelcastClient(config);
        Duration lease = Duration.ofMillis(Long.parseLong(arguments[5]));
        HeldLock held = new LockGrid(client, "stopped", InstantSource.system())
                .tryAcquire("till", lease, Duration.ZERO)
                .orElseThrow();
        System.out.println("HELD " + held.token());
        System.in.read();
        try (Database database = Database.open(DatabaseOptions.of(arguments[2], arguments[3], arguments[4]))) {
            System.out.println("WROTE " + FencedWriteTest.write(database, held.token(), "the stopped one"));
        }
        System.exit(0);
    }
}
