package org.csrgrid.launcher;

import java.util.concurrent.CountDownLatch;

/** A node inside the command's own process. */
final class ForegroundNode {

    private ForegroundNode() {}

    /** Closes the node in good order on Ctrl-C and SIGTERM. */
    static void closeAtEnd(AutoCloseable node) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    System.out.println("Stopping");
                    try {
                        node.close();
                        System.out.println("Stopped");
                    } catch (Exception fault) {
                        System.err.println("csr: " + Faults.inOneLine(fault));
                    }
                }));
    }

    /** Never returns by itself: the process ends by a signal. */
    static int waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
