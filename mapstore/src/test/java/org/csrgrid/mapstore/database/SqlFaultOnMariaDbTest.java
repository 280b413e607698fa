package org.csrgrid.mapstore.database;

import org.csrgrid.mapstore.testing.TestServer;

class SqlFaultOnMariaDbTest extends SqlFaultContract {
    @Override
    TestServer server() {
        return TestServer.mariaDb();
    }
}
