package org.csrgrid.launcher;

import org.csrgrid.launcher.cluster.LocalCluster;

/** What Ctrl-C and SIGTERM set going; a second signal finds it under way and changes nothing. */
final class Stopping implements Runnable {

    private final LocalCluster cluster;
    private final Stopwatch stopwatch;
    private volatile boolean begun;

    Stopping(LocalCluster cluster, Stopwatch stopwatch) {
        this.cluster = cluster;
        this.stopwatch = stopwatch;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public void run() {
        begun = true;
        if (cluster.isClosed()) {
            return;
        }
        stopwatch.restart();
        stopwatch.say("Stopping; everything is saved first");
        try {
            cluster.close();
            stopwatch.say("Stopped");
        } catch (RuntimeException fault) {
            stopwatch.say("csr: " + Faults.inOneLine(fault));
        }
    }
}
