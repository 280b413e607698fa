package org.csrgrid.gridnode.testing;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.csrgrid.config.grid.MemberSetup;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.grid.wire.WireTypes;

/** Real members in this process with our serializers and settings, without stores. The first that is alive is the oldest. */
public final class Members implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name = "test-" + UUID.randomUUID();
    private final Consumer<Config> more;
    private final List<HazelcastInstance> members = new ArrayList<>();

    private Members(Consumer<Config> more) {
        this.more = more;
    }

    /** @param more what the members' configuration has besides */
    public static Members of(int count, Consumer<Config> more) {
        var members = new Members(more);
        for (int i = 0; i < count; i++) {
            members.add();
        }
        return members;
    }

    public HazelcastInstance add() {
        Map<String, String> settings = new HashMap<>(Map.of("grid.cluster-name", name, "grid.port", "0"));
        if (!members.isEmpty()) {
            settings.put("grid.join", "127.0.0.1:" + port(members.getFirst()));
        }
        Config config = MemberSetup.base(SettingsLoader.defaultsWith(settings).grid());
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        more.accept(config);
        members.add(Hazelcast.newHazelcastInstance(config));
        Awaitility.await().atMost(PATIENCE).until(() -> members.stream()
                .allMatch(member -> member.getCluster().getMembers().size() == members.size()
                        && member.getPartitionService().isClusterSafe()));
        return members.getLast();
    }

    public HazelcastInstance get(int index) {
        return members.get(index);
    }

    /** Ends a member as a crash would. */
    public void kill(HazelcastInstance member) {
        members.remove(member);
        member.getLifecycleService().terminate();
    }

    private static int port(HazelcastInstance member) {
        return member.getCluster().getLocalMember().getAddress().getPort();
    }

    @Override
    public void close() {
        members.forEach(member -> member.getLifecycleService().terminate());
    }
}
