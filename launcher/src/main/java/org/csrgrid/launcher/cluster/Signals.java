package org.csrgrid.launcher.cluster;

import java.io.IOException;

/** Signals Java has no method for. */
final class Signals {

    private Signals() {}

    static void send(String signal, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start();
            if (kill.onExit().join().exitValue() != 0) {
                throw new ClusterException("process %d did not take signal %s".formatted(pid, signal));
            }
        } catch (IOException noSuchCommand) {
            throw new ClusterException("the command kill cannot be run", noSuchCommand);
        }
    }
}
