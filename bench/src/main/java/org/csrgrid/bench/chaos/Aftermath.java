package org.csrgrid.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.launcher.verify.Check;
import org.csrgrid.launcher.verify.Invariant;
import org.csrgrid.launcher.verify.LedgerVerification;
import org.csrgrid.launcher.verify.VerificationOptions;
import org.csrgrid.launcher.verify.VerificationReport;
import org.csrgrid.mapstore.database.Database;
import org.jdbi.v3.core.Handle;

/** What is left after faults, once customers have gone and the product is quiet: every promise kept, and the books in order. */
final class Aftermath {

    private static final Duration QUIET = Duration.ofSeconds(150);
    private static final Duration POLL = Duration.ofMillis(250);
    /** A copy may be behind its row until the last look at it, 70 seconds after a member has started; see docs/adr/0013. */
    private static final Duration COPIES_AGREE_WITHIN = Duration.ofSeconds(80);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Set<Invariant> ABOUT_COPIES = EnumSet.of(Invariant.I7, Invariant.I15);

    private final Scene scene;
    private final Path scratch;

    Aftermath(Scene scene, Path scratch) {
        this.scene = scene;
        this.scratch = scratch;
    }

    /** Everything that is not as it must be; empty is what must be. */
    List<String> inspect() {
        List<String> wrongs = new ArrayList<>();
        awaitDelivery(wrongs);
        VerificationReport report = verifyUntilCopiesAgree();
        if (!report.isClean() || !report.unrest().isEmpty()) {
            wrongs.add("the books are not in order: " + report);
        }
        try (Database database = scene.world().openDatabase()) {
            database.jdbi().useHandle(handle -> {
                missing(
                        handle,
                        wrongs,
                        "acknowledged webhooks not processed",
                        scene.promises().webhooks(),
                        "SELECT event_id FROM payment_event WHERE processed_at IS NOT NULL");
                missing(
                        handle,
                        wrongs,
                        "acknowledged refunds not in the ledger",
                        scene.promises().refunds(),
                        "SELECT CAST(id AS CHAR) FROM ledger WHERE kind = 'REFUND_REQUESTED'");
            });
        }
        wrongs.addAll(scene.promises().wrongs());
        if (scene.promises().donationCount() == 0) {
            wrongs.add("no donation was acknowledged (expected: many)");
        }
        return wrongs;
    }

    private VerificationReport verifyUntilCopiesAgree() {
        long begun = System.nanoTime();
        VerificationReport report = verify();
        while (onlyCopiesDiffer(report) && System.nanoTime() - begun < COPIES_AGREE_WITHIN.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            report = verify();
            scene.say()
                    .accept("copies are compared again after %d s"
                            .formatted(
                                    Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
        }
        return report;
    }

    private static boolean onlyCopiesDiffer(VerificationReport report) {
        return !report.isClean()
                && report.drifted().stream().map(Check::invariant).allMatch(ABOUT_COPIES::contains);
    }

    private VerificationReport verify() {
        Path acknowledged = scene.promises().writeDonations(scratch.resolve("acknowledged.txt"));
        var cluster = scene.world().cluster();
        VerificationOptions options = VerificationOptions.defaults()
                .waiting(QUIET)
                .withSandbox(cluster.gateway().uri(), cluster.secrets().sandboxApiKey())
                .withAcknowledged(acknowledged);
        try (Database database = scene.world().openDatabase()) {
            return scene.asClient(grid -> LedgerVerification.run(database.jdbi(), grid, options));
        }
    }

    /** The gateway repeats what was not acknowledged, at growing intervals. */
    private void awaitDelivery(List<String> wrongs) {
        long deadline = System.nanoTime() + QUIET.toNanos();
        while (undelivered() > 0) {
            if (System.nanoTime() > deadline) {
                wrongs.add("the gateway still has %d webhooks to deliver after %s".formatted(undelivered(), QUIET));
                return;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private long undelivered() {
        try {
            JsonNode health = scene.world()
                    .client()
                    .get(scene.world().cluster().gateway().uri().resolve("/health"), "")
                    .body();
            return health.path("undeliveredEvents").asLong(Long.MAX_VALUE);
        } catch (IOException unreachable) {
            return Long.MAX_VALUE;
        }
    }

    private static void missing(Handle handle, List<String> wrongs, String what, Set<String> promised, String query) {
        Set<String> left = new HashSet<>(promised);
        handle.createQuery(query).mapTo(String.class).forEach(left::remove);
        if (!left.isEmpty()) {
            wrongs.add("%d %s, such as %s"
                    .formatted(
                            left.size(), what, left.stream().sorted().limit(5).toList()));
        }
    }
}
