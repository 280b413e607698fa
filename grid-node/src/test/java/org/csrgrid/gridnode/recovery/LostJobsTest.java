package org.csrgrid.gridnode.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.IMap;
import com.hazelcast.map.MapStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.JobSignals;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.TestGrid;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostJobsTest {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final TestGrid grid =
            TestGrid.start(1, Map.of("jobs.channels.payments.paused", "true", "payments.reconcile-interval", "1h"));
    private final Database database = grid.openDatabase();
    private final MapStores stores = MapStores.open(database, MapStoreOptions.DEFAULTS, Clock.systemUTC());
    private final JobSignals signals = new JobSignals(grid.grid(), 1);
    private final LostJobs lost = new LostJobs(jobs(), stores.jobDao(), new JobGrid(grid.grid(), signals));
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Job job =
            PaymentJobs.settleDonation(new DonationKey(1, 2), now).fail("no answer", 5, Duration.ZERO, false, now);

    @BeforeEach
    @SuppressWarnings("unchecked")
    void storeInTheDatabaseOnly() {
        ((MapStore<JobKey, Job>) stores.store(GridMaps.JOBS)).store(JobKey.of(job), job);
    }

    @AfterEach
    void stop() {
        signals.close();
        stores.close();
        database.close();
        grid.close();
    }

    @Test
    void a_job_only_the_database_knows_is_put_back_once_two_rounds_missed_it() {
        lost.look(now.plus(LATER));
        assertThat(jobs().get(JobKey.of(job))).isNull();

        lost.look(now.plus(LATER));

        assertThat(jobs().get(JobKey.of(job)).request()).isEqualTo(job.request());
    }

    @Test
    void a_young_job_may_be_on_its_way_and_is_left_alone() {
        lost.look(now);
        lost.look(now);

        assertThat(jobs().get(JobKey.of(job))).isNull();
    }

    @Test
    void a_job_the_grid_knows_stays_as_it_is() {
        Job failed = job.fail("no answer", 5, LATER, false, now);
        jobs().set(JobKey.of(job), failed);

        lost.look(now.plus(LATER));
        lost.look(now.plus(LATER));

        assertThat(jobs().get(JobKey.of(job))).isEqualTo(failed);
    }

    private IMap<JobKey, Job> jobs() {
        return grid.grid().getMap(GridMaps.JOBS);
    }
}
