package org.csrgrid.launcher.cluster;

import java.nio.file.Path;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;
import org.jspecify.annotations.Nullable;

/** The embedded database server of a product, a process of its own that keeps its port over restarts. Safe for use by several threads. */
public final class ClusterDatabase {

    private final EmbeddedOptions options;
    private final Runnable changed;
    private volatile @Nullable EmbeddedDatabase server;

    ClusterDatabase(Path folder, int port, Runnable changed) {
        options = EmbeddedOptions.in(folder).withPort(port);
        this.changed = changed;
    }

    /** Starts the server and returns when it answers; after {@link #kill} it recovers first. */
    public synchronized void start() {
        EmbeddedDatabase current = server;
        if (current != null && current.isRunning()) {
            throw new ClusterException("the database runs already");
        }
        server = EmbeddedDatabase.start(options);
        changed.run();
    }

    /** Stops the server in good order. Nothing happens if it does not run. */
    public synchronized void stop() {
        EmbeddedDatabase current = server;
        if (current != null) {
            server = null;
            current.stop();
            changed.run();
        }
    }

    /** Kills the server as a power cut would. */
    public synchronized void kill() {
        EmbeddedDatabase current = server;
        if (current != null) {
            server = null;
            current.kill();
            changed.run();
        }
    }

    /** Freezes the server (SIGSTOP) until {@link #resume}: its connections stay open and silent. */
    public void suspend() {
        Signals.send("STOP", running().pid());
    }

    /** Lets a frozen server go on (SIGCONT). */
    public void resume() {
        Signals.send("CONT", running().pid());
    }

    public boolean isRunning() {
        EmbeddedDatabase current = server;
        return current != null && current.isRunning();
    }

    /** @throws ClusterException if it does not run */
    public long pid() {
        return running().pid();
    }

    /** How to connect, with the default pool. */
    public DatabaseOptions access() {
        return running().databaseOptions();
    }

    private EmbeddedDatabase running() {
        EmbeddedDatabase current = server;
        if (current == null) {
            throw new ClusterException("the database does not run");
        }
        return current;
    }
}
