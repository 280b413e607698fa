package org.csrgrid.mapstore.testing;

import com.hazelcast.map.MapStore;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.writebehind.DeadLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every test gets the stores on a new schema; the class runs on each kind of server. */
@ParameterizedClass(name = "{0}")
@EnumSource(ServerKind.class)
public abstract class StoreTestBase {

    @Parameter
    ServerKind kind;

    protected Database database;
    protected MapStores stores;

    @BeforeEach
    void open_the_stores() {
        database = kind.server().migratedDatabase();
        stores = MapStores.open(database, MapStoreOptions.DEFAULTS, InstantSource.system());
    }

    @AfterEach
    void close_the_stores() {
        if (stores != null) {
            stores.close();
            database.close();
        }
    }

    /** A map's store under the types of its map. */
    @SuppressWarnings("unchecked")
    protected <K, V> MapStore<K, V> mapStore(String map) {
        return (MapStore<K, V>) stores.store(map);
    }

    /** Makes all of a donation's entries durable. */
    protected Story store(Story story) {
        story.entries().forEach(entry -> stores.ledger().store(entry.id(), entry));
        return story;
    }

    /** Flushes a donation as it stands. */
    protected void flush(Story story) {
        MapStore<DonationKey, Donation> donations = mapStore(GridMaps.DONATIONS);
        donations.store(DonationKey.of(story.donation()), story.donation());
    }

    /** The one value a query gives. */
    protected <T> T one(String sql, Class<T> type) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }

    protected void execute(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    protected List<DeadLetter> deadLetters() {
        try {
            return stores.deadLetters().newest(100);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
