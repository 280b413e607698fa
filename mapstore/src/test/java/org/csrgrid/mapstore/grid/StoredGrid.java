package org.csrgrid.mapstore.grid;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.grid.MemberSetup;
import org.csrgrid.config.settings.GridSettings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.wire.WireTypes;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.database.Migrations;

/** Two members with the ledger written through to one database, and a client. */
final class StoredGrid implements AutoCloseable {
    private final Database database;
    private final MapStores stores;
    private final HazelcastInstance first;
    private final HazelcastInstance second;
    private final HazelcastInstance client;

    private StoredGrid(Database database) {
        this.database = database;
        stores = MapStores.open(database, MapStoreOptions.DEFAULTS, InstantSource.system());
        String name = "test-" + UUID.randomUUID();
        first = member(settings(name, "127.0.0.1:1"));
        int port = first.getCluster().getLocalMember().getAddress().getPort();
        GridSettings joining = settings(name, "127.0.0.1:" + port);
        second = member(joining);
        ClientConfig config = ClientSetup.base(joining);
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        client = HazelcastClient.newHazelcastClient(config);
    }

    /** Migrates the database and starts everything. */
    static StoredGrid start(DatabaseOptions options) {
        Database database = Database.open(options);
        Migrations.migrate(database);
        return new StoredGrid(database);
    }

    private HazelcastInstance member(GridSettings settings) {
        Config config = MemberSetup.base(settings);
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        config.getMapConfig(GridMaps.LEDGER)
                .setMapStoreConfig(new MapStoreConfig()
                        .setEnabled(true)
                        .setWriteDelaySeconds(0)
                        .setImplementation(stores.store(GridMaps.LEDGER)));
        return Hazelcast.newHazelcastInstance(config);
    }

    private static GridSettings settings(String clusterName, String join) {
        return SettingsLoader.defaultsWith(
                        Map.of("grid.cluster-name", clusterName, "grid.port", "0", "grid.join", join))
                .grid();
    }

    HazelcastInstance client() {
        return client;
    }

    HazelcastInstance member() {
        return first;
    }

    /** Whether the database has the entry, asked on a connection of its own. */
    boolean isStored(long entryId) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM ledger WHERE id = :id")
                        .bind("id", entryId)
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    @Override
    public void close() {
        client.shutdown();
        second.getLifecycleService().terminate();
        first.getLifecycleService().terminate();
        stores.close();
        database.close();
    }
}
