package org.csrgrid.launcher.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.launcher.data.DataFolder;
import org.csrgrid.launcher.data.DemoSecrets;

/** Turns options into processes: their names, ports, environments and command lines. */
final class ClusterPlan {

    static final String DATABASE = "database";
    private static final String GATEWAY = "gateway";
    private static final List<String> GATEWAY_MEMORY = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private final LocalClusterOptions options;
    private final DataFolder folder;
    private final DemoSecrets secrets;
    private final PortPlan ports;

    ClusterPlan(LocalClusterOptions options, DataFolder folder, DemoSecrets secrets) {
        this.options = options;
        this.folder = folder;
        this.secrets = secrets;
        List<String> names = new ArrayList<>(List.of(DATABASE, GATEWAY));
        names.addAll(memberNames());
        names.addAll(apiNames());
        Map<String, Integer> fixed =
                options.apiPort() == 0 || options.apis() == 0 ? Map.of() : Map.of("api-1", options.apiPort());
        ports = PortPlan.make(folder.root().resolve("ports"), names, fixed);
    }

    List<String> memberNames() {
        return numbered("member", options.members());
    }

    List<String> apiNames() {
        return numbered("api", options.apis());
    }

    private static List<String> numbered(String kind, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> kind + "-" + number)
                .toList();
    }

    int databasePort() {
        return ports.of(DATABASE);
    }

    /** Where the members listen, as host:port. */
    List<String> join() {
        return memberNames().stream().map(name -> "127.0.0.1:" + ports.of(name)).toList();
    }

    ClusterNode gateway(Consumer<ClusterNode> changed) {
        List<String> arguments = new ArrayList<>(List.of(
                "--port", Integer.toString(ports.of(GATEWAY)),
                "--data", folder.gateway().toString(),
                "--ready-file", readyFile(GATEWAY).toString()));
        arguments.addAll(options.gatewayArguments());
        Map<String, String> environment = Map.of(
                "SANDBOX_API_KEY", secrets.sandboxApiKey().reveal(),
                "SANDBOX_WEBHOOK_SECRET", secrets.webhookSecret().reveal());
        return node(
                GATEWAY,
                new NodeCommand(
                        NodeRole.GATEWAY,
                        GATEWAY_MEMORY,
                        arguments,
                        environment,
                        archive(NodeRole.GATEWAY),
                        true,
                        ChildMain.class.getName()),
                changed);
    }

    /** @param database settings that lead to the database */
    ClusterNode member(String name, Map<String, String> database, Consumer<ClusterNode> changed) {
        Map<String, String> settings = common(name);
        settings.put("grid.port", Integer.toString(ports.of(name)));
        settings.put("audit.anchor-folder", folder.root().resolve("audit").toAbsolutePath().toString());
        settings.putAll(database);
        return node(
                name, command(NodeRole.MEMBER, name.equals("member-1"), options.memberOptions(), settings), changed);
    }

    ClusterNode api(String name, Consumer<ClusterNode> changed) {
        Map<String, String> settings = common(name);
        settings.put("api.port", Integer.toString(ports.of(name)));
        return node(name, command(NodeRole.API, name.equals("api-1"), options.apiOptions(), settings), changed);
    }

    private NodeCommand command(NodeRole role, boolean first, List<String> javaOptions, Map<String, String> settings) {
        settings.putAll(options.settings());
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) -> environment.put(SettingsLoader.key(key).environmentName(), value));
        List<String> arguments = options.configFile()
                .map(file -> List.of("--config", file.toAbsolutePath().toString()))
                .orElse(List.of());
        String main = role == NodeRole.MEMBER ? options.memberMain() : ChildMain.class.getName();
        return new NodeCommand(role, javaOptions, arguments, environment, archive(role), first, main);
    }

    private Map<String, String> common(String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put("node.name", name);
        settings.put("node.ready-file", readyFile(name).toString());
        settings.put("grid.join", String.join(",", join()));
        settings.put("grid.expected-members", Integer.toString(options.members()));
        settings.put("security.token-key", secrets.tokenKey().reveal());
        settings.put("payments.sandbox-url", "http://127.0.0.1:" + ports.of(GATEWAY));
        settings.put("payments.sandbox-api-key", secrets.sandboxApiKey().reveal());
        settings.put("payments.webhook-secret", secrets.webhookSecret().reveal());
        if (options.apis() > 0) {
            settings.put("api.public-url", "http://127.0.0.1:" + ports.of("api-1"));
        }
        return settings;
    }

    private ClusterNode node(String name, NodeCommand command, Consumer<ClusterNode> changed) {
        return new ClusterNode(
                name, ports.of(name), command, folder.logs().resolve(name + ".log"), readyFile(name), changed);
    }

    private Path readyFile(String name) {
        return folder.ready().resolve(name + ".json");
    }

    private Path archive(NodeRole role) {
        return folder.cache().resolve(role.argument() + ".jsa");
    }
}
