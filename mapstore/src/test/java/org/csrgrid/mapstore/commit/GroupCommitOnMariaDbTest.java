package org.csrgrid.mapstore.commit;

import org.csrgrid.mapstore.testing.TestServer;

class GroupCommitOnMariaDbTest extends GroupCommitContract {
    @Override
    TestServer server() {
        return TestServer.mariaDb();
    }
}
