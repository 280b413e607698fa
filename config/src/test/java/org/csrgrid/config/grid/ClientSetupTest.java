package org.csrgrid.config.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.client.config.ClientConnectionStrategyConfig.ReconnectMode;
import com.hazelcast.client.config.RoutingMode;
import com.hazelcast.client.impl.clientside.HazelcastClientProxy;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.spi.properties.HazelcastProperty;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.text.SimpleDateFormat;
import java.util.Map;
import org.csrgrid.config.settings.GridSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads every setting back from a client that really is connected. */
class ClientSetupTest {
    private record Ours(String text) implements Serializable {}

    private static HazelcastInstance member;
    private static HazelcastInstance client;

    @BeforeAll
    static void start() {
        member = TestGrid.member(MemberSetup.base(TestGrid.settings()));
        GridSettings settings = TestGrid.joining(member);
        client = ClientSetup.connect(settings, ClientSetup.base(settings));
    }

    @AfterAll
    static void stop() {
        client.getLifecycleService().terminate();
        member.getLifecycleService().terminate();
    }

    private static ClientConfig running() {
        return ((HazelcastClientProxy) client).client.getClientConfig();
    }

    @Test
    void a_client_joins_and_reads_what_the_member_wrote() {
        member.<String, String>getMap("greetings").set("en", "hello");

        assertThat(client.<String, String>getMap("greetings").get("en")).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({
        "hazelcast.invalidation.max.tolerated.miss.count, 0",
        "hazelcast.client.operation.fail.on.indeterminate.state, true",
        "hazelcast.client.invocation.timeout.seconds, 10",
        "hazelcast.client.max.concurrent.invocations, 10000",
        "hazelcast.client.invocation.backoff.timeout.millis, 10000",
        "hazelcast.client.heartbeat.timeout, 15000",
        "hazelcast.client.heartbeat.interval, 5000",
        "hazelcast.phone.home.enabled, false",
        "hazelcast.logging.type, slf4j",
    })
    void the_running_client_has_the_property(String name, String value) {
        var properties = ((HazelcastClientProxy) client).client.getProperties();

        assertThat(properties.getString(new HazelcastProperty(name, "unset"))).isEqualTo(value);
    }

    @Test
    void it_talks_to_all_members_repeats_nothing_and_never_gives_up() {
        assertThat(running().getNetworkConfig().getClusterRoutingConfig().getRoutingMode())
                .isEqualTo(RoutingMode.ALL_MEMBERS);
        assertThat(running().getNetworkConfig().isRedoOperation()).isFalse();
        assertThat(running().getNetworkConfig().isAutoDetectionEnabled()).isFalse();
        assertThat(running().getConnectionStrategyConfig().getReconnectMode()).isEqualTo(ReconnectMode.ON);
        assertThat(running()
                        .getConnectionStrategyConfig()
                        .getConnectionRetryConfig()
                        .getClusterConnectTimeoutMillis())
                .isEqualTo(-1);
    }

    @Test
    void only_allowed_classes_are_read_from_java_serialization() {
        Map<String, Object> objects = client.getMap("objects");
        objects.put("ours", new Ours("text"));
        objects.put("foreign", new SimpleDateFormat("yyyy"));

        assertThat(objects.get("ours")).isEqualTo(new Ours("text"));
        assertThatThrownBy(() -> objects.get("foreign"))
                .isInstanceOf(HazelcastSerializationException.class)
                .hasMessageContaining("java.text.SimpleDateFormat");
        assertThatThrownBy(() -> member.getMap("objects").get("foreign"))
                .isInstanceOf(HazelcastSerializationException.class);
    }

    @Test
    void a_cluster_that_does_not_answer_is_reported_in_one_line_after_the_time_given() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        GridSettings settings = TestGrid.settings(
                "join", "127.0.0.1:" + free, "client-connect-timeout", "1s", "cluster-name", "absent");

        assertThatThrownBy(() -> ClientSetup.connect(settings, ClientSetup.base(settings)))
                .isInstanceOf(GridUnreachableException.class)
                .hasMessage("no member of the cluster \"absent\" answered at 127.0.0.1:" + free
                        + " within 1 seconds (expected: a running grid member)");
    }

    @Test
    void a_client_finds_its_way_back_when_the_cluster_was_gone() {
        HazelcastInstance first = TestGrid.member(MemberSetup.base(TestGrid.settings()));
        GridSettings settings = TestGrid.joining(first);
        HazelcastInstance returning = ClientSetup.connect(settings, ClientSetup.base(settings));
        String port = settings.join().getFirst().substring("127.0.0.1:".length());
        GridSettings again = TestGrid.joining(first, "port", port);
        first.getLifecycleService().terminate();
        HazelcastInstance second = TestGrid.member(MemberSetup.base(again));
        try {
            returning.getMap("greetings").set("nl", "hallo");

            assertThat(second.getMap("greetings").get("nl")).isEqualTo("hallo");
        } finally {
            returning.getLifecycleService().terminate();
            second.getLifecycleService().terminate();
        }
    }
}
