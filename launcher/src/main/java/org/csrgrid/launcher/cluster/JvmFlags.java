package org.csrgrid.launcher.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What every JVM with a grid in it is started with; the build writes the list. */
public final class JvmFlags {

    private static final String RESOURCE = "/org/csrgrid/launcher/jvm-flags.txt";

    private JvmFlags() {}

    /** The options, in the order of the command line. */
    public static List<String> all() {
        try (InputStream text = JvmFlags.class.getResourceAsStream(RESOURCE)) {
            if (text == null) {
                throw new ClusterException("the launcher was built without " + RESOURCE);
            }
            return List.of(new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+"));
        } catch (IOException unreadable) {
            throw new ClusterException("the launcher's " + RESOURCE + " cannot be read", unreadable);
        }
    }
}
