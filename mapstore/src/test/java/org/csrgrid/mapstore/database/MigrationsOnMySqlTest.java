package org.csrgrid.mapstore.database;

import org.csrgrid.mapstore.testing.TestServer;

class MigrationsOnMySqlTest extends MigrationsContract {
    @Override
    TestServer server() {
        return TestServer.mySql();
    }
}
