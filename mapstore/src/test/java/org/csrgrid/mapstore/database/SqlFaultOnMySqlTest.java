package org.csrgrid.mapstore.database;

import org.csrgrid.mapstore.testing.TestServer;

class SqlFaultOnMySqlTest extends SqlFaultContract {
    @Override
    TestServer server() {
        return TestServer.mySql();
    }
}
