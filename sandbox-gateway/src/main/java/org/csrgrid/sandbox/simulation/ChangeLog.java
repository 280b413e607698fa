package org.csrgrid.sandbox.simulation;

/** Where changes are written before anybody sees them. Called by one thread at a time. */
public interface ChangeLog extends AutoCloseable {

    /** Keeps a change; if this throws, the change has not happened. */
    void changed(Change change);

    /** Keeps that an event needs no further delivery. */
    void delivered(String eventId);

    @Override
    void close();

    /** Keeps nothing: the state ends with the process. */
    static ChangeLog none() {
        return new ChangeLog() {
            @Override
            public void changed(Change change) {}

            @Override
            public void delivered(String eventId) {}

            @Override
            public void close() {}
        };
    }
}
