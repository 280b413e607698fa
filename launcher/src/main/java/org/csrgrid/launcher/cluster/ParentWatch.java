package org.csrgrid.launcher.cluster;

/** Ends this process in good order when the one that started it is gone, however that one died. */
final class ParentWatch {

    static final String PARENT = "csr.parent.pid";

    private ParentWatch() {}

    /** Watches the process named by the system property, if one is. */
    static void start() {
        Long parent = Long.getLong(PARENT);
        if (parent == null) {
            return;
        }
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            ProcessHandle.of(parent).ifPresent(process -> process.onExit().join());
            System.exit(0);
        });
    }
}
