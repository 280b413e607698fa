package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.config.grid.MemberSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.live.LivePublisher;
import org.csrgrid.grid.live.LiveRing;
import org.csrgrid.grid.live.TotalsMoved;
import org.csrgrid.grid.wire.WireTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two members of their own, of which one dies. */
@ExtendWith(SharedApi.class)
class LiveDeathTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ApiFixture api;

    LiveDeathTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void a_stream_outlives_the_member_that_held_its_events() throws Exception {
        HazelcastInstance one = member("127.0.0.1:1");
        HazelcastInstance two = member(address(one));
        Campaign campaign = api.activeCampaign();
        one.getMap(GridMaps.CAMPAIGNS).set(campaign.id(), campaign);
        HazelcastInstance owner = owns(one) ? one : two;
        HazelcastInstance other = owner == one ? two : one;
        await().atMost(PATIENCE)
                .until(() -> other.getPartitionService().isClusterSafe()
                        && other.getCluster().getMembers().size() == 2);
        try (ApiNode node = ApiNode.start(settings(address(one) + "," + address(two)), api.clock);
                var publisher = new LivePublisher(other);
                LiveClient reader = LiveClient.open(node.port(), "/campaigns/" + campaign.id(), "", "")) {
            await().untilAsserted(() -> assertThat(reader.lines).contains(":"));
            publisher.publish(totals(campaign, 1));
            await().untilAsserted(() -> assertThat(reader.events()).hasSize(2));

            owner.getLifecycleService().terminate();
            publisher.publish(totals(campaign, 2));

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(reader.events().getLast().data()).contains("\"version\":2"));
            assertThat(reader.isOver()).isFalse();
            assertThat(reader.names()).doesNotContain("reset");
        } finally {
            other.getLifecycleService().terminate();
        }
    }

    private static TotalsMoved totals(Campaign campaign, long version) {
        Money one = Money.of(version, "EUR");
        return new TotalsMoved(campaign.id(), 1, one, one, version, version, null, 0, Instant.EPOCH);
    }

    private static HazelcastInstance member(String known) {
        Settings settings = settings(known);
        Config config = MemberSetup.base(settings.grid());
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        LiveRing.addTo(config, settings.live().replay(), 1);
        return Hazelcast.newHazelcastInstance(config);
    }

    private static Settings settings(String members) {
        return ApiFixture.settings(
                members,
                Map.of(
                        "grid.cluster-name",
                        "live-death-" + ProcessHandle.current().pid(),
                        "grid.backup-count",
                        "1"));
    }

    private static boolean owns(HazelcastInstance member) {
        return member.getCluster()
                .getLocalMember()
                .equals(member.getPartitionService()
                        .getPartition(LiveRing.CAMPAIGNS.ringName())
                        .getOwner());
    }

    private static String address(HazelcastInstance member) {
        return "127.0.0.1:" + member.getCluster().getLocalMember().getAddress().getPort();
    }
}
