package org.csrgrid.mapstore.database;

import org.csrgrid.mapstore.testing.TestServer;

class MigrationsOnMariaDbTest extends MigrationsContract {
    @Override
    TestServer server() {
        return TestServer.mariaDb();
    }
}
