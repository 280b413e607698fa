package org.csrgrid.mapstore.writebehind;

import org.csrgrid.mapstore.testing.TestServer;

class WriteBehindOnMariaDbTest extends WriteBehindContract {
    @Override
    TestServer server() {
        return TestServer.mariaDb();
    }
}
