package org.csrgrid.mapstore.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.MapStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.batch.BatchCallback;
import org.csrgrid.domain.job.batch.BatchEnd;
import org.csrgrid.domain.job.batch.BatchRequest;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.Test;

class BatchStoreTest extends StoreTestBase {
    private static final Instant NOW = Story.START;
    private static final JobRequest WORK = JobRequest.of("work", Channel.BULK, "{\"a\":1}");

    @Test
    void batches_come_back_with_what_is_over_and_what_follows() {
        MapStore<String, JobBatch> batches = mapStore(GridMaps.JOB_BATCHES);
        JobBatch begun = batch("one", 130);
        JobBatch later = begun.report(
                        List.of(new BatchEnd(63, JobState.DEAD), new BatchEnd(129, JobState.SUCCEEDED)), NOW)
                .enqueued(NOW)
                .called(Set.of(BatchCallback.CATCH), NOW);
        batches.storeAll(Map.of("one", later, "none", batch("none", 0)));
        batches.store("one", begun);
        assertThat(batches.load("one")).isEqualTo(later);
        assertThat(batches.load("none")).isEqualTo(batch("none", 0));
    }

    @Test
    void open_batches_that_have_been_quiet_are_found() {
        MapStore<String, JobBatch> batches = mapStore(GridMaps.JOB_BATCHES);
        batches.store("open", batch("open", 2));
        batches.store("fresh", batch("fresh", 2).report(List.of(new BatchEnd(0, JobState.DEAD)), NOW.plusSeconds(9)));
        batches.store(
                "closed",
                batch("closed", 0).enqueued(NOW).called(Set.of(BatchCallback.THEN, BatchCallback.FINALLY), NOW));
        assertThat(stores.batchDao().open(NOW.plusSeconds(5), 10)).containsExactly("open");
    }

    @Test
    void the_states_of_a_batchs_jobs_are_read_from_their_rows() {
        JobBatch batch = batch("one", 2);
        Job over = batch.job(0, WORK, NOW).cancel(NOW);
        Job waiting = batch.job(1, WORK, NOW).restored(NOW);
        MapStore<JobKey, Job> jobs = mapStore(GridMaps.JOBS);
        jobs.storeAll(Map.of(JobKey.of(over), over, JobKey.of(waiting), waiting));
        assertThat(stores.batchDao().jobStates("one"))
                .isEqualTo(Map.of("one#0", JobState.CANCELLED, "one#1", JobState.READY));
        assertThat(stores.batchDao().jobStates("other")).isEmpty();
    }

    private static JobBatch batch(String id, int size) {
        return JobBatch.begun(BatchRequest.of(id, "Gala").then(WORK).catches(WORK, WORK), size, NOW);
    }
}
