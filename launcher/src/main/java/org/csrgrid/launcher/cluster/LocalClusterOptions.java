package org.csrgrid.launcher.cluster;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a product on one machine consists of. Every method returns a changed copy.
 *
 * @param dataFolder missing, empty or ours
 * @param members at least 1
 * @param apis 0 or more
 * @param apiPort of the first API node; 0 and all further nodes take free ones
 * @param configFile the YAML all nodes read
 * @param settings texts by key such as {@code jobs.lease}; they win over file and environment
 * @param memberOptions JVM options of a member
 * @param apiOptions JVM options of an API node
 * @param withDemoData whether an empty database gets the demo set
 * @param gatewayArguments further arguments of the sandbox gateway, such as {@code --late-webhook 5s}
 * @param memberMain the class a member's process begins with
 */
public record LocalClusterOptions(
        Path dataFolder,
        int members,
        int apis,
        int apiPort,
        Optional<Path> configFile,
        Map<String, String> settings,
        List<String> memberOptions,
        List<String> apiOptions,
        boolean withDemoData,
        List<String> gatewayArguments,
        String memberMain) {

    public LocalClusterOptions {
        if (members < 1 || apis < 0) {
            throw new IllegalArgumentException(
                    "members: %d, apis: %d (expected: >= 1 and >= 0)".formatted(members, apis));
        }
        dataFolder = dataFolder.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
        memberOptions = List.copyOf(memberOptions);
        apiOptions = List.copyOf(apiOptions);
        gatewayArguments = List.copyOf(gatewayArguments);
    }

    /** So many members and one API node on free ports, without demo data, in the folder {@code data}. */
    public static LocalClusterOptions members(int count) {
        return new LocalClusterOptions(
                Path.of("data"),
                count,
                1,
                0,
                Optional.empty(),
                Map.of(),
                List.of("-Xmx2g"),
                List.of("-Xmx1g"),
                false,
                List.of(),
                ChildMain.class.getName());
    }

    public LocalClusterOptions dataFolder(Path folder) {
        return new LocalClusterOptions(
                folder,
                members,
                apis,
                apiPort,
                configFile,
                settings,
                memberOptions,
                apiOptions,
                withDemoData,
                gatewayArguments,
                memberMain);
    }

    public LocalClusterOptions apis(int count) {
        return new LocalClusterOptions(
                dataFolder,
                members,
                count,
                apiPort,
                configFile,
                settings,
                memberOptions,
                apiOptions,
                withDemoData,
                gatewayArguments,
                memberMain);
    }

    public LocalClusterOptions apiPort(int port) {
        return new LocalClusterOptions(
                dataFolder,
                members,
                apis,
                port,
                configFile,
                settings,
                memberOptions,
                apiOptions,
                withDemoData,
                gatewayArguments,
                memberMain);
    }

    public LocalClusterOptions configFile(Path file) {
        return new LocalClusterOptions(
                dataFolder,
                members,
                apis,
                apiPort,
                Optional.of(file),
                settings,
                memberOptions,
                apiOptions,
                withDemoData,
                gatewayArguments,
                memberMain);
    }

    /** Sets one setting for all nodes. */
    public LocalClusterOptions with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new LocalClusterOptions(
                dataFolder,
                members,
                apis,
                apiPort,
                configFile,
                more,
                memberOptions,
                apiOptions,
                withDemoData,
                gatewayArguments,
                memberMain);
    }

    /** Replaces the JVM options of members and API nodes. */
    public LocalClusterOptions javaOptions(List<String> ofMembers, List<String> ofApis) {
        return new LocalClusterOptions(
                dataFolder,
                members,
                apis,
                apiPort,
                configFile,
                settings,
                ofMembers,
                ofApis,
                withDemoData,
                gatewayArguments,
                memberMain);
    }

    /** Fills an empty database with the demo set before the grid starts. */
    public LocalClusterOptions demoData() {
        return new LocalClusterOptions(
                dataFolder,
                members,
                apis,
                apiPort,
                configFile,
                settings,
                memberOptions,
                apiOptions,
                true,
                gatewayArguments,
                memberMain);
    }

    public LocalClusterOptions gatewayArguments(String... arguments) {
        return new LocalClusterOptions(
                dataFolder,
                members,
                apis,
                apiPort,
                configFile,
                settings,
                memberOptions,
                apiOptions,
                withDemoData,
                List.of(arguments),
                memberMain);
    }

    /**
     * Members begin with another class than the product's own.
     *
     * @param main takes {@code MEMBER} and the arguments of a grid node, and does its work within {@link ChildMain#run}
     */
    public LocalClusterOptions memberMain(Class<?> main) {
        return new LocalClusterOptions(
                dataFolder,
                members,
                apis,
                apiPort,
                configFile,
                settings,
                memberOptions,
                apiOptions,
                withDemoData,
                gatewayArguments,
                main.getName());
    }
}
