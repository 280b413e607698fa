package org.csrgrid.mapstore.writebehind;

import org.csrgrid.mapstore.testing.TestServer;

class WriteBehindOnMySqlTest extends WriteBehindContract {
    @Override
    TestServer server() {
        return TestServer.mySql();
    }
}
