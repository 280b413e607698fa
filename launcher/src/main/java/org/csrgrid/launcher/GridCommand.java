package org.csrgrid.launcher;

import java.util.concurrent.Callable;
import org.csrgrid.config.process.ReadyFile;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.gridnode.GridNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One grid member in the foreground. */
@Command(
        name = "grid",
        description = "Runs one grid member in the foreground, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class GridCommand implements Callable<Integer> {

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Settings settings = options.loadWithSecrets(data.folder());
        settings.requireSecrets();
        settings.database().requireUrl();
        GridNode node = GridNode.start(settings);
        ForegroundNode.closeAtEnd(node);
        settings.node().readyFile().ifPresent(file -> ReadyFile.write(file, node.port()));
        System.out.printf(
                "%s is a member of %s, on port %d%n",
                settings.node().name(), settings.grid().clusterName(), node.port());
        return ForegroundNode.waitForTheEnd();
    }
}
