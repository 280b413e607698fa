package org.csrgrid.bench.donate;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.mapstore.database.Database;

/** What the database says about the donations of a run. */
final class Bookkeeping {

    private static final long POLL_NANOS = Duration.ofMillis(200).toNanos();

    private final Database database;

    Bookkeeping(Database database) {
        this.database = database;
    }

    /**
     * How many acknowledged donations are not in the ledger exactly once; 0 is what must be.
     */
    long missing(Acknowledged acknowledged) {
        Set<Long> pledged = new HashSet<>();
        database.jdbi().useHandle(handle -> handle.createQuery("SELECT donation_id FROM ledger WHERE kind = 'PLEDGED'")
                .setFetchSize(Integer.MIN_VALUE)
                .mapTo(Long.class)
                .forEach(pledged::add));
        return acknowledged.ids().filter(id -> !pledged.remove(id)).count();
    }

    long pledged() {
        return count("SELECT COUNT(*) FROM ledger WHERE kind = 'PLEDGED'");
    }

    long completed() {
        return count("SELECT COUNT(*) FROM donation WHERE status = 'COMPLETED'");
    }

    /** Waits until all pledges are completed donations in the database, or the time is up; whether they are. */
    boolean awaitCompletion(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        long pledged = pledged();
        while (completed() < pledged) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    private long count(String query) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
