package org.csrgrid.config.grid;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.client.config.ClientConnectionStrategyConfig.ReconnectMode;
import com.hazelcast.client.config.ClientNetworkConfig;
import com.hazelcast.client.config.ConnectionRetryConfig;
import com.hazelcast.client.config.RoutingMode;
import com.hazelcast.client.properties.ClientProperty;
import com.hazelcast.config.ListenerConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.spi.properties.ClusterProperty;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.csrgrid.config.settings.GridSettings;

/** What every client is started with, before near caches and serializers are added. */
public final class ClientSetup {
    private static final int CONNECTION_TIMEOUT_MILLIS = 5_000;
    private static final int FIRST_BACKOFF_MILLIS = 200;
    private static final int LONGEST_BACKOFF_MILLIS = 1_000;
    private static final long FOR_EVER = -1;

    private ClientSetup() {}

    /**
     * A new configuration, owned by the caller. Its client never gives up: at the start and after every loss it looks for
     * the cluster until it is shut down, and calls made meanwhile fail after {@code grid.client-invocation-timeout}. Start
     * it with {@link #connect}, which bounds the first wait.
     *
     * <p>Nothing is repeated that may already have taken effect: such a call fails as indeterminate, and its caller
     * repeats it with the same operation id.
     */
    public static ClientConfig base(GridSettings settings) {
        ClientConfig config = new ClientConfig();
        config.setClusterName(settings.clusterName());
        network(settings, config.getNetworkConfig());
        config.getConnectionStrategyConfig()
                .setAsyncStart(false)
                .setReconnectMode(ReconnectMode.ON)
                .setConnectionRetryConfig(retry());
        SerializationAllowList.applyTo(config.getSerializationConfig());
        properties(settings, config);
        config.getMetricsConfig().setEnabled(true).getJmxConfig().setEnabled(true);
        return config;
    }

    /**
     * Starts a client and waits until it is connected. Blocks; the configuration is left as it was.
     *
     * @param config from {@link #base}, with what the caller added
     * @throws GridUnreachableException when no member answered within {@code grid.client-connect-timeout}; nothing is
     *     left running
     */
    public static HazelcastInstance connect(GridSettings settings, ClientConfig config) {
        CountDownLatch connected = new CountDownLatch(1);
        ClientConfig bounded = new ClientConfig(config);
        bounded.getConnectionStrategyConfig().setAsyncStart(true);
        bounded.addListenerConfig(new ListenerConfig((LifecycleListener) event -> {
            if (event.getState() == LifecycleState.CLIENT_CONNECTED) {
                connected.countDown();
            }
        }));
        HazelcastInstance client = HazelcastClient.newHazelcastClient(bounded);
        if (!isReached(connected, settings)) {
            client.getLifecycleService().terminate();
            throw new GridUnreachableException(settings);
        }
        return client;
    }

    private static boolean isReached(CountDownLatch connected, GridSettings settings) {
        try {
            return connected.await(settings.clientConnectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void network(GridSettings settings, ClientNetworkConfig network) {
        network.setAddresses(settings.join())
                .setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS)
                .setRedoOperation(false)
                .getAutoDetectionConfig()
                .setEnabled(false);
        network.getClusterRoutingConfig().setRoutingMode(RoutingMode.ALL_MEMBERS);
    }

    private static ConnectionRetryConfig retry() {
        return new ConnectionRetryConfig()
                .setInitialBackoffMillis(FIRST_BACKOFF_MILLIS)
                .setMaxBackoffMillis(LONGEST_BACKOFF_MILLIS)
                .setMultiplier(1.5)
                .setJitter(0.2)
                .setClusterConnectTimeoutMillis(FOR_EVER);
    }

    private static void properties(GridSettings settings, ClientConfig config) {
        config.setProperty(ClusterProperty.LOGGING_TYPE.getName(), "slf4j");
        config.setProperty(ClusterProperty.PHONE_HOME_ENABLED.getName(), "false");
        config.setProperty("hazelcast.invalidation.max.tolerated.miss.count", "0");
        config.setProperty(ClientProperty.FAIL_ON_INDETERMINATE_OPERATION_STATE.getName(), "true");
        config.setProperty(
                ClientProperty.HEARTBEAT_TIMEOUT.getName(),
                Long.toString(settings.maxNoHeartbeat().toMillis()));
        config.setProperty(
                ClientProperty.HEARTBEAT_INTERVAL.getName(),
                Long.toString(Heartbeat.interval(settings).toMillis()));
        config.setProperty(
                ClientProperty.INVOCATION_TIMEOUT_SECONDS.getName(),
                Long.toString(settings.clientInvocationTimeout().toSeconds()));
        config.setProperty(
                ClientProperty.MAX_CONCURRENT_INVOCATIONS.getName(), Integer.toString(settings.clientConcurrency()));
        config.setProperty(
                ClientProperty.BACKPRESSURE_BACKOFF_TIMEOUT_MILLIS.getName(),
                Long.toString(settings.clientInvocationTimeout().toMillis()));
    }
}
