package org.csrgrid.bench.delivery;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.launcher.cluster.ClusterNode;

/** What happens to a member. It always comes back. */
enum Blow {
    /** SIGKILL. */
    KILLED {
        @Override
        void strike(ClusterNode member) {
            member.kill();
        }
    },
    /** SIGSTOP until the cluster takes it for dead and its leases have run out, then SIGCONT. */
    FROZEN {
        @Override
        void strike(ClusterNode member) {
            member.suspend();
            pause(FREEZE);
            member.resume();
            pause(AWAKE);
        }
    },
    /** SIGTERM. */
    STOPPED {
        @Override
        void strike(ClusterNode member) {
            member.stop();
        }
    };

    private static final Duration FREEZE = Duration.ofSeconds(14);
    private static final Duration AWAKE = Duration.ofSeconds(4);
    private static final Duration READY = Duration.ofSeconds(120);

    abstract void strike(ClusterNode member);

    /** Starts the member again if the blow ended it. */
    void mend(ClusterNode member) {
        if (!member.isAlive()) {
            member.start();
            member.awaitReady(READY);
        }
    }

    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
