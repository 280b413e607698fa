package org.csrgrid.mapstore.testing;

/** The servers a test class runs on, one after the other. */
public enum ServerKind {
    MARIADB {
        @Override
        public TestServer server() {
            return TestServer.mariaDb();
        }
    },
    MYSQL {
        @Override
        public TestServer server() {
            return TestServer.mySql();
        }
    };

    /** Aborts the test with the reason where there is no such server. */
    public abstract TestServer server();
}
