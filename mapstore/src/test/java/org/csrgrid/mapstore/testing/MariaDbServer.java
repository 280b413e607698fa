package org.csrgrid.mapstore.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;

final class MariaDbServer extends TestServer {
    private final EmbeddedDatabase database;

    private MariaDbServer(EmbeddedDatabase database) {
        this.database = database;
    }

    static TestServer shared() {
        return Shared.SERVER;
    }

    @Override
    DatabaseOptions optionsFor(String schema) {
        return DatabaseOptions.of(database.jdbcUrl(schema), database.user(), database.password());
    }

    private static final class Shared {
        private static final MariaDbServer SERVER = start();

        private static MariaDbServer start() {
            try {
                Path folder = Files.createTempDirectory("csr-test-database-");
                EmbeddedDatabase database = EmbeddedDatabase.start(EmbeddedOptions.in(folder));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    database.kill();
                    TemporaryFolders.delete(folder);
                }));
                return new MariaDbServer(database);
            } catch (IOException failure) {
                throw new IllegalStateException("no folder for the test database", failure);
            }
        }
    }
}
