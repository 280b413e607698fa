package org.csrgrid.launcher;

import java.util.concurrent.Callable;
import org.csrgrid.apinode.ApiNode;
import org.csrgrid.config.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One API node in the foreground. */
@Command(
        name = "api",
        description = "Runs one API node in the foreground, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class ApiCommand implements Callable<Integer> {

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Settings settings = options.loadWithSecrets(data.folder());
        settings.requireSecrets();
        ApiNode node = ApiNode.start(settings);
        ForegroundNode.closeAtEnd(node);
        System.out.printf("%s listens on port %d%n", settings.node().name(), node.port());
        return ForegroundNode.waitForTheEnd();
    }
}
