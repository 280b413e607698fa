package org.csrgrid.config.grid;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.spi.impl.NodeEngineImpl;
import com.hazelcast.spi.properties.HazelcastProperties;
import com.hazelcast.spi.properties.HazelcastProperty;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionOn;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads every setting back from a member that really runs. */
class MemberSetupTest {
    private static HazelcastInstance member;

    @BeforeAll
    static void start() {
        Config config = MemberSetup.base(TestGrid.settings("expected-members", "3"));
        config.getMetricsConfig().setCollectionFrequencySeconds(1);
        member = TestGrid.member(config);
    }

    @AfterAll
    static void stop() {
        member.getLifecycleService().terminate();
    }

    private static NodeEngineImpl engine() {
        return ((HazelcastInstanceProxy) member).getOriginal().node.nodeEngine;
    }

    @ParameterizedTest
    @CsvSource({
        "hazelcast.shutdownhook.enabled, true",
        "hazelcast.shutdownhook.policy, GRACEFUL",
        "hazelcast.map.replica.scheduled.task.delay.seconds, 3600",
        "hazelcast.map.invalidation.batch.enabled, false",
        "hazelcast.partition.backup.sync.interval, 2",
        "hazelcast.operation.fail.on.indeterminate.state, true",
        "hazelcast.max.no.heartbeat.seconds, 15",
        "hazelcast.heartbeat.interval.seconds, 5",
        "hazelcast.merge.first.run.delay.seconds, 10",
        "hazelcast.merge.next.run.delay.seconds, 5",
        "hazelcast.operation.call.timeout.millis, 20000",
        "hazelcast.phone.home.enabled, false",
        "hazelcast.logging.type, slf4j",
        "hazelcast.partition.count, 271",
        "hazelcast.socket.bind.any, false",
    })
    void the_running_member_has_the_property(String name, String value) {
        HazelcastProperties properties = engine().getProperties();

        assertThat(properties.getString(new HazelcastProperty(name, "unset"))).isEqualTo(value);
    }

    @Test
    void delayed_work_and_write_through_have_the_threads_they_need() {
        var executions = engine().getExecutionService();

        assertThat(executions.getExecutor("hz:scheduled").getMaximumPoolSize()).isEqualTo(32);
        assertThat(executions.getExecutor("hz:map-store-offloadable").getMaximumPoolSize())
                .isEqualTo(256);
    }

    @Test
    void members_are_found_by_address_only() {
        var join = member.getConfig().getNetworkConfig().getJoin();

        assertThat(join.getTcpIpConfig().isEnabled()).isTrue();
        assertThat(join.getTcpIpConfig().getMembers()).containsExactly("127.0.0.1:5701");
        assertThat(join.getMulticastConfig().isEnabled()).isFalse();
        assertThat(join.getAutoDetectionConfig().isEnabled()).isFalse();
    }

    @Test
    void the_port_comes_from_the_operating_system_and_listens_on_the_bound_address_alone() throws Exception {
        int port = member.getCluster().getLocalMember().getAddress().getPort();

        assertThat(port).isPositive();
        try (Socket reached = new Socket("127.0.0.1", port)) {
            assertThat(reached.isConnected()).isTrue();
        }
        assertThatThrownBy(() -> {
                    try (Socket refused = new Socket()) {
                        refused.connect(new InetSocketAddress("127.0.0.2", port), 1_000);
                    }
                })
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void a_second_member_finds_the_first_by_its_address() {
        HazelcastInstance second = TestGrid.member(MemberSetup.base(TestGrid.joining(member)));
        try {
            assertThat(second.getCluster().getMembers()).hasSize(2);
        } finally {
            second.getLifecycleService().terminate();
        }
    }

    @Test
    void a_taken_port_fails_the_start_instead_of_moving_on() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Config config = MemberSetup.base(TestGrid.settings("port", Integer.toString(taken.getLocalPort())));

            assertThatThrownBy(() -> TestGrid.member(config))
                    .hasMessageContaining("Port [" + taken.getLocalPort() + "] is already in use");
        }
    }

    @Test
    void a_majority_of_the_expected_members_may_write() {
        var protection = member.getConfig().getSplitBrainProtectionConfig(SplitBrainProtection.MAJORITY);

        assertThat(protection.isEnabled()).isTrue();
        assertThat(protection.getMinimumClusterSize()).isEqualTo(2);
        assertThat(protection.getProtectOn()).isEqualTo(SplitBrainProtectionOn.WRITE);
    }

    @Test
    void management_center_may_change_the_cluster_from_trusted_addresses_only() {
        var managementCenter = member.getConfig().getManagementCenterConfig();

        assertThat(managementCenter.getTrustedInterfaces()).containsExactly("127.0.0.1");
        assertThat(managementCenter.isConsoleEnabled()).isFalse();
        assertThat(managementCenter.isScriptingEnabled()).isFalse();
    }

    @Test
    void metrics_are_published_as_beans_and_the_stream_engine_is_off() throws Exception {
        assertThat(member.getConfig().getMetricsConfig().isEnabled()).isTrue();
        assertThat(member.getConfig().getMetricsConfig().getJmxConfig().isEnabled())
                .isTrue();
        assertThat(member.getConfig().getJetConfig().isEnabled()).isFalse();
        ObjectName beans = new ObjectName("com.hazelcast:type=Metrics,instance=" + member.getName() + ",*");
        await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(
                        ManagementFactory.getPlatformMBeanServer().queryNames(beans, null))
                .isNotEmpty());
    }
}
