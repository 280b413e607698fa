package org.csrgrid.gridnode.recovery;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.partition.PartitionLostEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.payment.Gateways;
import org.csrgrid.mapstore.donation.DonationDao;
import org.csrgrid.mapstore.ledger.LedgerDao;
import org.csrgrid.mapstore.payment.PaymentEventDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks in the database for work that has no job any more, because every member that knew of it died, and for payments whose gateway keeps silent, and
 * enqueues the jobs again. Their ids are derived from their causes, so finding the same twice makes one job. Only the oldest member looks.
 */
public final class Recovery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration JOB_GRACE = Duration.ofSeconds(30);
    private static final Duration USUAL_REACH = Duration.ofMinutes(15);
    private static final Duration BETWEEN_WHOLE_LOOKS = Duration.ofHours(1);
    private static final int BATCH = 5_000;

    private final HazelcastInstance grid;
    private final LedgerDao ledger;
    private final PaymentEventDao events;
    private final DonationDao donations;
    private final Gateways gateways;
    private final JobGrid jobs;
    private final Duration silence;
    private final Clock clock;
    private final Patience patience = new Patience();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("recovery").factory());
    private Instant lastWholeLook = Instant.EPOCH;
    private volatile boolean everythingIsOld = true;

    /** What recovery reads. */
    public record Sources(LedgerDao ledger, PaymentEventDao events, DonationDao donations) {}

    /**
     * @param silence how long a gateway may keep silent before it is asked
     * @param interval between two looks
     */
    public Recovery(
            HazelcastInstance grid,
            Sources sources,
            Gateways gateways,
            JobGrid jobs,
            Duration silence,
            Duration interval,
            Clock clock) {
        this.grid = grid;
        ledger = sources.ledger();
        events = sources.events();
        donations = sources.donations();
        this.gateways = gateways;
        this.jobs = jobs;
        this.silence = silence;
        this.clock = clock;
        grid.getPartitionService().addPartitionLostListener(this::lost);
        timer.scheduleWithFixedDelay(this::lookQuietly, 1, interval.toSeconds(), TimeUnit.SECONDS);
    }

    /** Jobs were lost with a partition, so nothing in the database is too young to have lost its job. */
    private void lost(PartitionLostEvent event) {
        everythingIsOld = true;
    }

    private void lookQuietly() {
        try {
            if (grid.getCluster().getMembers().iterator().next().localMember()) {
                look();
            }
        } catch (RuntimeException failure) {
            if (grid.getLifecycleService().isRunning() && !GridCalls.isTransient(failure)) {
                LOG.warn("Looking for lost work failed; it is repeated: {}", failure.toString());
            }
        }
    }

    /** One look. A repeat is harmless. */
    public void look() {
        Instant now = clock.instant();
        boolean whole =
                everythingIsOld || lastWholeLook.plus(BETWEEN_WHOLE_LOOKS).isBefore(now);
        Instant since = whole ? Instant.EPOCH : now.minus(USUAL_REACH);
        Instant before = everythingIsOld ? now : now.minus(JOB_GRACE);
        everythingIsOld = false;
        List<DonationKey> unsettled = ledger.unsettled(since, before, BATCH);
        unsettled.forEach(donation -> jobs.enqueue(PaymentJobs.settleDonation(donation, now)));
        List<PaymentEvent> unprocessed = events.unprocessed(before, BATCH);
        unprocessed.forEach(event -> enqueue(event, now));
        List<DonationKey> refunds = ledger.unansweredRefunds(since, now.minus(silence), BATCH);
        List<DonationKey> silent = donations.awaitingPayment(now.minus(silence), BATCH);
        List<DonationKey> due = patience.due(List.of(refunds, silent), now);
        due.forEach(donation -> jobs.enqueue(PaymentJobs.settleDonation(donation, now)));
        report(unsettled.size(), unprocessed.size(), due.size());
        if (unsettled.size() == BATCH || unprocessed.size() == BATCH) {
            everythingIsOld = true;
        } else if (whole) {
            lastWholeLook = now;
        }
    }

    private static void report(int unsettled, int unprocessed, int silent) {
        if (unsettled + unprocessed + silent > 0) {
            LOG.info(
                    "Recovery enqueued {} unsettled donations, {} events and {} silent payments",
                    unsettled,
                    unprocessed,
                    silent);
        }
    }

    private void enqueue(PaymentEvent event, Instant now) {
        String reference =
                gateways.named(event.gateway()).parseEvent(event.body()).reference();
        DonationKey.parse(reference)
                .ifPresentOrElse(
                        donation -> jobs.enqueue(PaymentJobs.processPaymentEvent(event, donation, now)),
                        () -> LOG.warn("Event {} is about no donation of ours: {}", event.eventId(), reference));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
