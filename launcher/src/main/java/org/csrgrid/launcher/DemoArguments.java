package org.csrgrid.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.csrgrid.launcher.cluster.LocalClusterOptions;

/** The command line that starts the same demo again, in a process of its own. */
final class DemoArguments {

    private DemoArguments() {}

    static List<String> of(LocalClusterOptions options, Map<String, String> overrides) {
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--members",
                Integer.toString(options.members()),
                "--apis",
                Integer.toString(options.apis()),
                "--port",
                Integer.toString(options.apiPort()),
                "--data",
                options.dataFolder().toString()));
        options.configFile().ifPresent(file -> arguments.addAll(List.of("--config", file.toString())));
        overrides.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        return arguments;
    }
}
