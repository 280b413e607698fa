package org.csrgrid.launcher.cluster;

import java.util.Arrays;
import org.csrgrid.apinode.ApiNodeProcess;
import org.csrgrid.gridnode.GridNodeProcess;
import org.csrgrid.sandbox.SandboxGateway;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** {@code main} of every process a supervisor starts: the role, then the arguments of that role's own main. */
public final class ChildMain {

    private ChildMain() {}

    /** What a process is there for. */
    @FunctionalInterface
    public interface Work {

        void run() throws InterruptedException;
    }

    public static void main(String[] arguments) throws InterruptedException {
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        run(() -> {
            switch (NodeRole.valueOf(arguments[0])) {
                case GATEWAY -> SandboxGateway.main(rest);
                case MEMBER -> GridNodeProcess.main(rest);
                case API -> ApiNodeProcess.main(rest);
            }
        });
    }

    /** Works as a child does: deaf to the terminal, gone when its parent is, ended if it cannot start. */
    public static void run(Work work) throws InterruptedException {
        // Ctrl-C reaches every process of the terminal at once; the supervisor alone decides who stops when.
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
        ParentWatch.start();
        try {
            work.run();
        } catch (RuntimeException | Error fault) {
            fault.printStackTrace();
            // A node that could not start may have left threads that keep the process alive.
            System.exit(1);
        }
    }
}
