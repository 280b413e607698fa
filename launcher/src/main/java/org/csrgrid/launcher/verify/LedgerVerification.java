package org.csrgrid.launcher.verify;

import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Checks the invariants of a running system: every row of the ledger against grid, MySQL and payment gateway. The database is read from one snapshot, a
 * page at a time, so memory does not grow with the ledger; only a few numbers per campaign and per cap are kept.
 */
public final class LedgerVerification {

    private final Reading database;
    private final LiveGrid grid;
    private final VerificationOptions options;
    private final Findings findings = new Findings();

    private LedgerVerification(Jdbi database, HazelcastInstance client, VerificationOptions options) {
        this.database = new Reading(database);
        grid = new LiveGrid(client);
        this.options = options;
    }

    /**
     * Waits until the system is quiet, then checks everything. Changes nothing; donations that are not in memory are loaded into the grid. Blocks; drifts
     * that a busy system shows may be nothing but its work under way.
     *
     * @param client connected to the grid with all its wire types
     * @throws CannotVerifyException if database, grid, gateway or a given file cannot be read
     */
    public static VerificationReport run(Jdbi database, HazelcastInstance client, VerificationOptions options) {
        return new LedgerVerification(database, client, options).run();
    }

    private VerificationReport run() {
        long start = System.nanoTime();
        try {
            List<String> unrest = new Unrest(database, grid, Clock.systemUTC()).await(options.patience());
            database.snapshot(snapshot -> {
                check(snapshot);
                return findings;
            });
            return new VerificationReport(findings.checks(), unrest, Duration.ofNanos(System.nanoTime() - start));
        } catch (DatabaseUnavailableException | JdbiException unreadable) {
            throw new CannotVerifyException("the database cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (GridUnavailableException unreachable) {
            throw new CannotVerifyException("the grid cannot be read: " + unreachable.getMessage(), unreachable);
        }
    }

    private void check(Handle snapshot) {
        Comparison comparison = new Comparison(snapshot, grid, findings);
        comparison.checkDonations();
        comparison.checkCampaigns();
        comparison.checkMatches();
        comparison.checkUnsaved();
        new RepeatedRows(snapshot, findings).check();
        options.acknowledged().ifPresent(file -> new AcknowledgedDonations(snapshot, findings).check(file));
        options.gateway()
                .ifPresentOrElse(
                        gateway -> new GatewayComparison(snapshot, findings, gateway).check(),
                        () -> findings.skip(Invariant.I6, "no gateway given"));
    }
}
