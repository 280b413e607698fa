package org.csrgrid.grid.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.grid.Samples.NOW;
import static org.csrgrid.grid.Samples.job;
import static org.csrgrid.grid.Samples.pledge;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.TestCluster;
import org.csrgrid.grid.donation.DonationKey;
import org.junit.jupiter.api.Test;

class JobSignalsTest {

    private static final int SHARDS = 3;

    @Test
    void every_signal_arrives_once_on_one_of_its_channels_queues() {
        List<JobKey> keys = LongStream.range(0, 2_000)
                .mapToObj(id -> new JobKey("job-" + id, id))
                .toList();
        try (TestCluster cluster = TestCluster.of(1);
                var signals = new JobSignals(cluster.client(), SHARDS)) {
            keys.forEach(key -> signals.signal(Channel.PAYMENTS, key));

            List<JobKey> arrived = drain(cluster.member(0), Channel.PAYMENTS, keys.size());

            assertThat(arrived).containsExactlyInAnyOrderElementsOf(keys);
            assertThat(drain(cluster.member(0), Channel.NOTIFICATIONS, 0)).isEmpty();
        }
    }

    @Test
    void an_enqueued_job_is_in_the_map_before_its_signal_and_only_once() {
        try (TestCluster cluster = TestCluster.of(1);
                var signals = new JobSignals(cluster.client(), SHARDS)) {
            var jobs = new JobGrid(cluster.client(), signals);
            Job job = job("job-1", 7);

            jobs.enqueue(job);
            jobs.enqueue(job("job-1", 7));

            List<JobKey> arrived = drain(cluster.member(0), Channel.PAYMENTS, 2);
            assertThat(arrived).containsOnly(JobKey.of(job));
            assertThat(cluster.member(0).getMap(GridMaps.JOBS).get(arrived.getFirst()))
                    .isEqualTo(job);
            assertThat(cluster.member(0).getMap(GridMaps.JOBS).size()).isOne();
        }
    }

    @Test
    void a_signal_is_harmless_when_there_is_nobody_left_to_hear_it() {
        try (TestCluster cluster = TestCluster.of(1)) {
            HazelcastInstance client = cluster.client();
            var signals = new JobSignals(client, SHARDS);
            client.getLifecycleService().terminate();

            signals.signal(Channel.PAYMENTS, new JobKey("job-1", 1));
            signals.close();
            signals.signal(Channel.PAYMENTS, new JobKey("job-2", 2));

            assertThat(JobSignals.queue(cluster.member(0), Channel.PAYMENTS, 0)).isEmpty();
        }
    }

    @Test
    void the_same_cause_is_the_same_job() {
        DonationKey donation = DonationKey.of(pledge(7, 1, 100));

        assertThat(PaymentJobs.processDonation(donation, NOW).id()).isEqualTo("process-donation:7-1");
        assertThat(PaymentJobs.processRefund(donation, 55, NOW).id()).isEqualTo("process-refund:7-1 55");
        assertThat(PaymentJobs.settleDonation(donation, NOW).affinity()).isEqualTo(7);
    }

    private static List<JobKey> drain(HazelcastInstance member, Channel channel, int expected) {
        var arrived = new ArrayList<JobKey>();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            for (int shard = 0; shard < SHARDS; shard++) {
                JobSignals.queue(member, channel, shard).drainTo(arrived);
            }
            return arrived.size() >= expected;
        });
        return arrived;
    }
}
