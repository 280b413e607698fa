package org.csrgrid.grid.cluster;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.cluster.Address;
import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.partition.Partition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.csrgrid.grid.wire.WireTypes;

/**
 * Real members in this process, found by nobody else: loopback, ports from the system, a name of its own, eleven partitions, one synchronous backup and
 * our wire types. Closing it ends all of them and its clients.
 */
public final class TestCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name = "test-" + UUID.randomUUID();
    private final List<HazelcastInstance> members = new ArrayList<>();
    private final List<HazelcastInstance> clients = new ArrayList<>();
    private final Consumer<Config> settings;

    private TestCluster(Consumer<Config> settings) {
        this.settings = settings;
    }

    public static TestCluster of(int members) {
        return of(members, _ -> {});
    }

    /** @param settings what the members' configuration has besides */
    public static TestCluster of(int members, Consumer<Config> settings) {
        var cluster = new TestCluster(settings);
        try {
            for (int i = 0; i < members; i++) {
                cluster.addMember();
            }
            cluster.awaitSafe();
            return cluster;
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    public HazelcastInstance addMember() {
        HazelcastInstance member = Hazelcast.newHazelcastInstance(memberConfig());
        members.add(member);
        return member;
    }

    public HazelcastInstance member(int index) {
        return members.get(index);
    }

    /** A new client, connected to all members and aware of who owns what. */
    public HazelcastInstance client() {
        var config = new ClientConfig();
        config.setClusterName(name);
        config.setProperty("hazelcast.logging.type", "slf4j");
        members.forEach(member -> config.getNetworkConfig().addAddress(address(member)));
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        HazelcastInstance client = HazelcastClient.newHazelcastClient(config);
        clients.add(client);
        Awaitility.await().atMost(PATIENCE).until(() -> owners(client).equals(owners(members.getFirst())));
        return client;
    }

    private static List<UUID> owners(HazelcastInstance instance) {
        return instance.getPartitionService().getPartitions().stream()
                .filter(partition -> partition.getOwner() != null)
                .sorted(Comparator.comparingInt(Partition::getPartitionId))
                .map(partition -> partition.getOwner().getUuid())
                .toList();
    }

    /** The smallest positive number whose partition that member owns, a campaign's id for instance. */
    public long keyOwnedBy(HazelcastInstance member) {
        return LongStream.range(1, 10_000)
                .filter(key -> owns(member, key))
                .findFirst()
                .orElseThrow();
    }

    public boolean owns(HazelcastInstance member, Object key) {
        Member owner = member.getPartitionService().getPartition(key).getOwner();
        return member.getCluster().getLocalMember().equals(owner);
    }

    /** Ends a member as a crash would: nothing is handed over. */
    public void kill(HazelcastInstance member) {
        members.remove(member);
        member.getLifecycleService().terminate();
    }

    /** Waits until every member has joined and every partition has its backups. */
    public void awaitSafe() {
        Awaitility.await().atMost(PATIENCE).until(() -> members.stream()
                .allMatch(member -> member.getCluster().getMembers().size() == members.size()
                        && member.getPartitionService().isClusterSafe()));
    }

    @Override
    public void close() {
        clients.forEach(client -> client.getLifecycleService().terminate());
        members.forEach(member -> member.getLifecycleService().terminate());
    }

    private Config memberConfig() {
        var config = new Config();
        config.setClusterName(name);
        config.setProperty("hazelcast.partition.count", "11");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.operation.fail.on.indeterminate.state", "true");
        config.getJetConfig().setEnabled(false);
        config.getNetworkConfig().setPort(0).getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true);
        members.forEach(member -> join.getTcpIpConfig().addMember(address(member)));
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        settings.accept(config);
        return config;
    }

    private static String address(HazelcastInstance member) {
        Address address = member.getCluster().getLocalMember().getAddress();
        return address.getHost() + ":" + address.getPort();
    }
}
