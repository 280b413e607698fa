package org.csrgrid.mapstore.commit;

import org.csrgrid.mapstore.testing.TestServer;

class GroupCommitOnMySqlTest extends GroupCommitContract {
    @Override
    TestServer server() {
        return TestServer.mySql();
    }
}
