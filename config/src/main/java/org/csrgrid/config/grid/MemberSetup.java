package org.csrgrid.config.grid;

import com.hazelcast.config.Config;
import com.hazelcast.config.ExecutorConfig;
import com.hazelcast.config.ManagementCenterConfig;
import com.hazelcast.config.MetricsConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.spi.properties.ClusterProperty;
import java.util.HashSet;
import org.csrgrid.config.settings.GridSettings;

/** What every member is started with, before maps, queues and serializers are added. */
public final class MemberSetup {
    /** More than the ten seconds a backup otherwise keeps unsaved rows: a database may be away for an hour. */
    private static final int BACKUP_KEEPS_UNSAVED_SECONDS = 3600;

    private static final String BACKUPS_COMPARED_EVERY_SECONDS = "2";
    private static final String MERGE_FIRST_SECONDS = "10";
    private static final String MERGE_NEXT_SECONDS = "5";

    private static final int PARTITIONS = 271;
    private static final String EVERY_ADDRESS = "0.0.0.0";

    private MemberSetup() {}

    /**
     * A new configuration, owned by the caller.
     *
     * <p>Port 0 lets the operating system choose while the member starts; ask the started member for its address. A
     * taken port fails the start. The member ends itself gracefully on SIGTERM; flush its write-behind maps before.
     */
    public static Config base(GridSettings settings) {
        Config config = new Config();
        config.setClusterName(settings.clusterName());
        network(settings, config.getNetworkConfig());
        properties(settings, config);
        executors(settings, config);
        config.addSplitBrainProtectionConfig(SplitBrainProtection.definition(settings));
        SerializationAllowList.applyTo(config.getSerializationConfig());
        config.setManagementCenterConfig(managementCenter(settings));
        config.setMetricsConfig(metrics());
        config.getJetConfig().setEnabled(false).setResourceUploadEnabled(false);
        return config;
    }

    private static void network(GridSettings settings, NetworkConfig network) {
        network.setPort(settings.port()).setPortAutoIncrement(false);
        // Where every address is meant, a restriction to some would keep the member from starting.
        if (!settings.bindAddress().equals(EVERY_ADDRESS)) {
            network.getInterfaces().setEnabled(true).addInterface(settings.bindAddress());
        }
        network.getJoin().getAutoDetectionConfig().setEnabled(false);
        network.getJoin().getMulticastConfig().setEnabled(false);
        network.getJoin().getTcpIpConfig().setEnabled(true).setMembers(settings.join());
    }

    private static void properties(GridSettings settings, Config config) {
        config.setProperty(ClusterProperty.LOGGING_TYPE.getName(), "slf4j");
        config.setProperty(ClusterProperty.PHONE_HOME_ENABLED.getName(), "false");
        config.setProperty(ClusterProperty.PARTITION_COUNT.getName(), Integer.toString(PARTITIONS));
        config.setProperty(
                ClusterProperty.SOCKET_BIND_ANY.getName(),
                Boolean.toString(settings.bindAddress().equals(EVERY_ADDRESS)));
        config.setProperty(ClusterProperty.SHUTDOWNHOOK_ENABLED.getName(), "true");
        config.setProperty(ClusterProperty.SHUTDOWNHOOK_POLICY.getName(), "GRACEFUL");
        config.setProperty(
                ClusterProperty.MAP_REPLICA_SCHEDULED_TASK_DELAY_SECONDS.getName(),
                Integer.toString(BACKUP_KEEPS_UNSAVED_SECONDS));
        config.setProperty(ClusterProperty.MAP_INVALIDATION_MESSAGE_BATCH_ENABLED.getName(), "false");
        // A backup that missed an operation, as may happen while members come and go, is noticed within this time
        // instead of half a minute.
        config.setProperty(ClusterProperty.PARTITION_BACKUP_SYNC_INTERVAL.getName(), BACKUPS_COMPARED_EVERY_SECONDS);
        config.setProperty(ClusterProperty.FAIL_ON_INDETERMINATE_OPERATION_STATE.getName(), "true");
        config.setProperty(
                ClusterProperty.MAX_NO_HEARTBEAT_SECONDS.getName(),
                Long.toString(settings.maxNoHeartbeat().toSeconds()));
        config.setProperty(
                ClusterProperty.HEARTBEAT_INTERVAL_SECONDS.getName(),
                Long.toString(Heartbeat.interval(settings).toSeconds()));
        // A member that was taken for dead, and lives, looks for the others soon; left alone it waits five minutes.
        config.setProperty(ClusterProperty.MERGE_FIRST_RUN_DELAY_SECONDS.getName(), MERGE_FIRST_SECONDS);
        config.setProperty(ClusterProperty.MERGE_NEXT_RUN_DELAY_SECONDS.getName(), MERGE_NEXT_SECONDS);
        config.setProperty(
                ClusterProperty.OPERATION_CALL_TIMEOUT_MILLIS.getName(),
                Long.toString(settings.operationTimeout().toMillis()));
    }

    private static void executors(GridSettings settings, Config config) {
        config.addExecutorConfig(new ExecutorConfig("hz:scheduled", settings.scheduledPoolSize()));
        config.addExecutorConfig(new ExecutorConfig("hz:map-store-offloadable", settings.storeThreads()));
    }

    private static ManagementCenterConfig managementCenter(GridSettings settings) {
        // Unset, any client may change the state of the cluster.
        return new ManagementCenterConfig()
                .setTrustedInterfaces(new HashSet<>(settings.managementCenterInterfaces()))
                .setConsoleEnabled(false)
                .setScriptingEnabled(false);
    }

    private static MetricsConfig metrics() {
        MetricsConfig metrics = new MetricsConfig().setEnabled(true);
        metrics.getJmxConfig().setEnabled(true);
        return metrics;
    }
}
