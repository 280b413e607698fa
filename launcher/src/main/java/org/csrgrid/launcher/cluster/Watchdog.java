package org.csrgrid.launcher.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tiny shell process that outlives this one if it is killed. It knows which processes belong to the product from a line written to it at every
 * change; when its input ends without a last empty line, it waits for the nodes to leave and then stops the database.
 */
final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = "/org/csrgrid/launcher/watchdog.sh";

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    static Watchdog start() {
        try (InputStream script = Watchdog.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new ClusterException("the launcher was built without " + SCRIPT);
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return new Watchdog(new ProcessBuilder("/bin/sh", "-c", text)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException noShell) {
            throw new ClusterException("/bin/sh cannot be run", noShell);
        }
    }

    synchronized void watch(Optional<Long> database, List<Long> nodes) {
        String line = database.map(pid -> Long.toString(pid)).orElse("none")
                + nodes.stream().map(pid -> " " + pid).collect(Collectors.joining());
        tell(line);
    }

    private void tell(String line) {
        try {
            OutputStream input = shell.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException gone) {
            LOG.warn("The watchdog process is gone; if this one is killed, its children may stay", gone);
        }
    }

    /** Nothing is left to look after. */
    @Override
    public synchronized void close() {
        tell("");
        try {
            shell.getOutputStream().close();
        } catch (IOException gone) {
            LOG.debug("The watchdog process was gone before", gone);
        }
        shell.onExit().join();
    }
}
