package org.csrgrid.gridnode.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.csrgrid.config.settings.AuditSettings;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.lock.HeldLock;
import org.csrgrid.grid.lock.LockGrid;
import org.csrgrid.mapstore.audit.AuditDao;
import org.csrgrid.mapstore.audit.AuditSealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the audit trail every few seconds, away from every request. All members try, the one with the lock does; a member that stood still past its lease
 * is stopped by its fencing token in the transaction. Rows become visible out of order: most looks go back half a minute, some an hour, and the first one
 * after taking over an hour before the newest head.
 */
final class AuditSealer implements AutoCloseable {

    static final String LOCK = "audit-seal";

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration USUAL_REACH = Duration.ofSeconds(30);
    private static final Duration LONG_REACH = Duration.ofHours(1);
    private static final Duration BETWEEN_LONG_LOOKS = Duration.ofMinutes(15);

    private final LockGrid locks;
    private final AuditSealing sealing;
    private final AuditDao trail;
    private final Anchoring anchoring;
    private final AuditSettings settings;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-sealer").factory());
    private Optional<HeldLock> held = Optional.empty();
    private Optional<Instant> lastLongLook = Optional.empty();

    AuditSealer(
            LockGrid locks,
            AuditSealing sealing,
            AuditDao trail,
            Anchoring anchoring,
            AuditSettings settings,
            InstantSource clock) {
        this.locks = locks;
        this.sealing = sealing;
        this.trail = trail;
        this.anchoring = anchoring;
        this.settings = settings;
        this.clock = clock;
    }

    AuditSealer start() {
        long interval = settings.sealInterval().toMillis();
        timer.scheduleWithFixedDelay(this::lookQuietly, interval, interval, TimeUnit.MILLISECONDS);
        return this;
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException failure) {
            lastLongLook = Optional.empty();
            if (!GridCalls.isTransient(failure)) {
                LOG.warn("Sealing the audit trail failed; it is repeated: {}", failure.toString());
            }
        }
    }

    /** One look; does nothing if another member has the lock. */
    void look() {
        held = held.flatMap(lock -> locks.renew(lock, LEASE));
        if (held.isEmpty()) {
            lastLongLook = Optional.empty();
            held = locks.tryAcquire(LOCK, LEASE, Duration.ZERO);
        }
        held.ifPresent(this::sealAll);
    }

    private void sealAll(HeldLock lock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean isLong = lastLongLook
                .map(last -> last.plus(BETWEEN_LONG_LOOKS).isBefore(now))
                .orElse(true);
        Instant since = isLong ? longReach(now) : now.minus(USUAL_REACH);
        Optional<HeldLock> current = Optional.of(lock);
        while (current.isPresent() && sealOne(current.get(), since, now).isPresent()) {
            current = locks.renew(lock, LEASE);
        }
        if (isLong) {
            lastLongLook = Optional.of(now);
        }
        anchoring.run();
    }

    private Optional<SignedHead> sealOne(HeldLock lock, Instant since, Instant now) {
        return sealing.seal(lock.token(), since, now, settings.batchSize())
                .filter(head -> head.head().entries() == settings.batchSize());
    }

    /** From the beginning if nothing was ever sealed. */
    private Instant longReach(Instant now) {
        if (lastLongLook.isPresent()) {
            return now.minus(LONG_REACH);
        }
        return trail.newest().map(head -> head.head().sealedAt().minus(LONG_REACH)).orElse(Instant.EPOCH);
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(LEASE.toSeconds(), TimeUnit.SECONDS);
            held.ifPresent(lock -> locks.release(LOCK, lock.token()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreachable) {
            LOG.debug("The lock is not given back; its lease runs out", unreachable);
        }
    }
}
