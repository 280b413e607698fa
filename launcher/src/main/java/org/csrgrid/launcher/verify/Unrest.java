package org.csrgrid.launcher.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.Handle;

/** Finds out whether the system is still working on something, and waits until it is not. */
final class Unrest {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_BEFORE_GATEWAY = Duration.ofSeconds(2);
    /** Longer than the first waits after a failure: what failed in a fault is done when it is tried again. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private static final Duration RECENT = Duration.ofMinutes(10);

    private final Reading database;
    private final LiveGrid grid;
    private final Optional<VerificationOptions.Gateway> gateway;
    private final Clock clock;

    Unrest(Reading database, LiveGrid grid, Optional<VerificationOptions.Gateway> gateway, Clock clock) {
        this.database = database;
        this.grid = grid;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * Waits until two looks in a row find nothing and the gateway's payments are reconciled; answers what is still going on after {@code patience}.
     */
    List<String> await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean wasQuiet = false;
        while (true) {
            List<String> unrest = look();
            boolean quiet = unrest.isEmpty();
            boolean late = System.nanoTime() - deadline > 0;
            Duration pause = PAUSE;
            if (quiet && (wasQuiet || late)) {
                unrest = lookAtGateway();
                pause = PAUSE_BEFORE_GATEWAY;
            }
            if (late || (quiet && wasQuiet && unrest.isEmpty())) {
                return unrest;
            }
            wasQuiet = quiet;
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private List<String> lookAtGateway() {
        Findings differences = new Findings();
        gateway.ifPresent(known -> database.snapshot(snapshot -> {
            new GatewayComparison(snapshot, differences, known).check();
            return differences;
        }));
        var unrest = new ArrayList<String>();
        note(unrest, differences.count(Invariant.I6), "payments not reconciled with the gateway");
        return unrest;
    }

    /** Unsaved changes first: only once there are none do the tables tell what the members are at. */
    private List<String> look() {
        var unrest = new ArrayList<String>();
        grid.dirtyEntries().forEach((member, count) -> note(unrest, count, "changes not saved on member " + member));
        Instant now = clock.instant();
        database.run(handle -> {
            noteJobs(unrest, handle, now.plus(SOON));
            note(unrest, count(handle, WAITING_EVENTS, now), "payment events not worked off");
            note(unrest, count(handle, UNSETTLED, now.minus(RECENT)), "recent ledger entries not settled");
            return unrest;
        });
        return unrest;
    }

    private static final String DUE = "FROM job WHERE state = 'RUNNING' OR (state = 'READY' AND run_at <= :time)";
    private static final String DUE_JOBS = "SELECT COUNT(*) " + DUE;
    private static final String SOME_DUE_JOBS =
            "SELECT CONCAT(id, ' (', state, ', attempt ', attempts, ')') " + DUE + " ORDER BY run_at LIMIT 3";
    private static final String WAITING_EVENTS =
            "SELECT COUNT(*) FROM payment_event WHERE processed_at IS NULL AND received_at <= :time";
    private static final String UNSETTLED = """
            SELECT COUNT(*) FROM ledger l LEFT JOIN donation d ON d.id = l.donation_id
            WHERE l.`at` >= :time AND l.sequence > COALESCE(d.counted_through, -1)
            """;

    private static long count(Handle handle, String query, Instant time) {
        return handle.createQuery(query)
                .bind("time", Micros.of(time))
                .mapTo(Long.class)
                .one();
    }

    private static void noteJobs(List<String> unrest, Handle handle, Instant time) {
        long count = count(handle, DUE_JOBS, time);
        if (count > 0) {
            List<String> some = handle.createQuery(SOME_DUE_JOBS)
                    .bind("time", Micros.of(time))
                    .mapTo(String.class)
                    .list();
            note(unrest, count, "jobs running, due or soon tried again, such as " + some);
        }
    }

    private static void note(List<String> unrest, long count, String what) {
        if (count > 0) {
            unrest.add(count + " " + what);
        }
    }
}
