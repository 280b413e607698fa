package org.csrgrid.grid.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.grid.Samples.job;
import static org.csrgrid.grid.Samples.pledge;

import com.hazelcast.core.HazelcastInstance;
import java.util.Random;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobKey;
import org.junit.jupiter.api.Test;

class PartitioningTest {

    @Test
    void donations_and_jobs_live_in_their_campaigns_partition_as_members_and_clients_see_it() {
        try (TestCluster cluster = TestCluster.of(1)) {
            HazelcastInstance member = cluster.member(0);
            HazelcastInstance client = cluster.client();

            new Random(20260301).longs(200, 1, Long.MAX_VALUE).forEach(campaign -> {
                int partition = partition(member, campaign);
                var donation = new DonationKey(campaign, campaign ^ 0x5555);
                var job = new JobKey("settle-donation:" + donation, campaign);

                assertThat(partition(member, donation)).isEqualTo(partition);
                assertThat(partition(member, job)).isEqualTo(partition);
                assertThat(partition(client, campaign)).isEqualTo(partition);
                assertThat(partition(client, donation)).isEqualTo(partition);
                assertThat(partition(client, job)).isEqualTo(partition);
            });
        }
    }

    @Test
    void what_a_client_wrote_is_stored_with_the_owner_of_the_campaign() {
        try (TestCluster cluster = TestCluster.of(2)) {
            HazelcastInstance owner = cluster.member(1);
            long campaign = cluster.keyOwnedBy(owner);
            HazelcastInstance client = cluster.client();
            Donation donation = Donation.pledged(pledge(campaign, 1, 5_000));

            client.getMap(GridMaps.DONATIONS).set(DonationKey.of(donation), donation);
            client.getMap(GridMaps.JOBS).set(new JobKey("job-1", campaign), job("job-1", campaign));

            assertThat(owner.getMap(GridMaps.DONATIONS).localKeySet()).containsExactly(DonationKey.of(donation));
            assertThat(owner.getMap(GridMaps.JOBS).localKeySet()).containsExactly(new JobKey("job-1", campaign));
        }
    }

    private static int partition(HazelcastInstance grid, Object key) {
        return grid.getPartitionService().getPartition(key).getPartitionId();
    }
}
