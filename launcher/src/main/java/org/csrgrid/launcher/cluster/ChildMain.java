package org.csrgrid.launcher.cluster;

import java.util.Arrays;
import org.csrgrid.apinode.ApiMain;
import org.csrgrid.gridnode.GridNodeProcess;
import org.csrgrid.sandbox.SandboxGateway;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** {@code main} of every process a supervisor starts: the role, then the arguments of that role's own main. */
final class ChildMain {

    private ChildMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Ctrl-C reaches every process of the terminal at once; the supervisor alone decides who stops when.
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
        ParentWatch.start();
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            switch (NodeRole.valueOf(arguments[0])) {
                case GATEWAY -> SandboxGateway.main(rest);
                case MEMBER -> GridNodeProcess.main(rest);
                case API -> ApiMain.main(rest);
            }
        } catch (RuntimeException | Error fault) {
            fault.printStackTrace();
            // A node that could not start may have left threads that keep the process alive.
            System.exit(1);
        }
    }
}
