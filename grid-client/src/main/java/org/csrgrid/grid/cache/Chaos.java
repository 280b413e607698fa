package org.csrgrid.grid.cache;

import java.time.Duration;

/** Makes a cache's surroundings misbehave, for tests of what is built on it. Does nothing until told to. Safe for use by many threads. */
public final class Chaos {

    private volatile Duration slowness = Duration.ZERO;
    private volatile boolean failing;
    private volatile boolean deaf;

    /** Every load takes longer by this; zero ends it. */
    public void slowLoads(Duration by) {
        slowness = by;
    }

    /** Every load fails without asking the origin, until told otherwise. */
    public void failLoads(boolean on) {
        failing = on;
    }

    /** This process hears of no invalidation, until told otherwise; what was missed stays missed. */
    public void loseInvalidations(boolean on) {
        deaf = on;
    }

    boolean isDeaf() {
        return deaf;
    }

    <V> Loaded<V> load(Loader<V> loader, LoadRequest<V> request) throws Exception {
        Duration slow = slowness;
        if (slow.isPositive()) {
            Thread.sleep(slow);
        }
        if (failing) {
            throw new ChaosException();
        }
        return loader.load(request);
    }

    private static final class ChaosException extends Exception {
        private static final long serialVersionUID = 1L;

        ChaosException() {
            super("loads fail because chaos was asked for");
        }
    }
}
