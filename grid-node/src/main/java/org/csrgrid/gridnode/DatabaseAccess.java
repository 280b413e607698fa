package org.csrgrid.gridnode;

import java.time.InstantSource;
import java.util.Set;
import org.csrgrid.config.settings.DatabaseSettings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;

/** The settings in the database module's own words. */
public final class DatabaseAccess {

    private DatabaseAccess() {}

    /** @throws org.csrgrid.config.binding.InvalidSettingsException if no URL is set */
    public static DatabaseOptions options(DatabaseSettings settings) {
        return new DatabaseOptions(
                settings.requireUrl(),
                settings.user(),
                settings.password().isPresent() ? settings.password().reveal() : "",
                settings.poolSize(),
                settings.connectTimeout(),
                settings.socketTimeout(),
                settings.queryTimeout());
    }

    static MapStores stores(Database database, DatabaseSettings settings, Set<Channel> durable) {
        return MapStores.open(
                database,
                MapStoreOptions.of(settings.ledgerWriters(), settings.ledgerBatchSize())
                        .withDurable(durable),
                InstantSource.system());
    }
}
