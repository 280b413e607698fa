package org.csrgrid.launcher.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a node's process is started: the JVM and class path of this one, secrets and settings by environment, where other users cannot read them.
 *
 * @param role what it becomes
 * @param javaOptions such as {@code -Xmx1g}
 * @param arguments of the role's own main
 * @param environment added to this process's own
 * @param archive class data of earlier runs, which makes starts quicker
 * @param writesArchive whether this process leaves the archive behind when it ends; one per archive does
 * @param main the class it begins with
 */
record NodeCommand(
        NodeRole role,
        List<String> javaOptions,
        List<String> arguments,
        Map<String, String> environment,
        Path archive,
        boolean writesArchive,
        String main) {

    /** API nodes and the gateway bring their own. */
    private static final String MEMBER_LOGGING = "-Dlogback.configurationFile=org/csrgrid/launcher/logback-node.xml";

    Process start(Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.all());
        command.addAll(archiveOptions());
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Dfile.encoding=UTF-8");
        if (role == NodeRole.MEMBER) {
            command.add(MEMBER_LOGGING);
        }
        command.add("-D" + ParentWatch.PARENT + "=" + ProcessHandle.current().pid());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main, role.name()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Only jars can be archived; a class path with folders, as tests have it, goes without. */
    private List<String> archiveOptions() {
        if (hasFolders()) {
            return List.of();
        }
        if (writesArchive) {
            return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:disable");
        }
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable") : List.of();
    }

    private static boolean hasFolders() {
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!part.endsWith(".jar")) {
                return true;
            }
        }
        return false;
    }
}
