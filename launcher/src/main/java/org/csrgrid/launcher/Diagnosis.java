package org.csrgrid.launcher;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.launcher.DoctorCommand.Finding;
import org.csrgrid.launcher.cluster.FreePorts;
import org.csrgrid.launcher.data.DataFolder;
import org.csrgrid.launcher.data.RunningProduct;

/** What the doctor looks at. */
final class Diagnosis {

    private static final int LEAST_JAVA = 25;
    private static final long GIGABYTE = 1L << 30;
    private static final long LEAST_MEMORY = 4 * GIGABYTE;
    private static final long LEAST_DISK = 2 * GIGABYTE;

    private final Path dataFolder;
    private final SettingsOptions settings;

    Diagnosis(Path dataFolder, SettingsOptions settings) {
        this.dataFolder = dataFolder;
        this.settings = settings;
    }

    List<Finding> all() {
        return List.of(java(), maven(), memory(), disk(), folder(), configuration(), port());
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        return Finding.of(
                "JDK",
                version >= LEAST_JAVA,
                "%s in %s".formatted(Runtime.version(), System.getProperty("java.home")),
                "install JDK %d or newer, or set CSR_JAVA_HOME".formatted(LEAST_JAVA));
    }

    private static Finding maven() {
        try {
            Process maven = new ProcessBuilder("mvn", "--version")
                    .redirectErrorStream(true)
                    .start();
            String output = new String(maven.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            String version = output.lines()
                    .map(line -> line.replaceAll("\u001B\\[[0-9;]*m", ""))
                    .filter(line -> line.contains("Apache Maven"))
                    .findFirst()
                    .orElse("an answer without a version");
            return Finding.of(
                    "Maven",
                    version.matches(".*Maven (3\\.([89]|\\d\\d)|[4-9]).*"),
                    version,
                    "install Maven 3.8 or newer");
        } catch (IOException absent) {
            return Finding.of("Maven", false, "not on the PATH", "install Maven 3.8 or newer");
        }
    }

    private static Finding memory() {
        long size =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Finding.of(
                "memory",
                size >= LEAST_MEMORY,
                "%.1f GiB".formatted((double) size / GIGABYTE),
                "4 GiB or more; with less try CSR_JAVA_OPTIONS=-Xmx512m");
    }

    private Finding disk() {
        Path existing = Stream.iterate(dataFolder, path -> path != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        long free = existing.toFile().getUsableSpace();
        return Finding.of(
                "disk",
                free >= LEAST_DISK,
                "%.1f GiB free at %s".formatted((double) free / GIGABYTE, existing),
                "free 2 GiB, or choose another folder with --data");
    }

    private Finding folder() {
        String inUse = RunningProduct.read(dataFolder)
                .map(running -> ", in use by process " + running.pid())
                .orElse("");
        return Finding.of(
                "data folder",
                DataFolder.isUsable(dataFolder),
                dataFolder + inUse,
                "it holds something that is not ours: choose another with --data");
    }

    private Finding configuration() {
        try {
            settings.load();
            String file = settings.file().map(Path::toString).orElse("defaults");
            return Finding.of("settings", true, file, "");
        } catch (InvalidSettingsException invalid) {
            return Finding.of("settings", false, invalid.problems().getFirst().line(), "mend that line");
        } catch (CommandException missing) {
            return Finding.of("settings", false, String.valueOf(missing.getMessage()), "name another file");
        }
    }

    private Finding port() {
        int port = 8080;
        boolean ours = RunningProduct.read(dataFolder)
                .map(product -> product.apis().stream().anyMatch(api -> api.endsWith(":" + port)))
                .orElse(false);
        return Finding.of(
                "port",
                ours || FreePorts.isFree(port),
                port + (ours ? ", used by the running demo" : ""),
                "taken: use --port, or --port 0 for any");
    }
}
