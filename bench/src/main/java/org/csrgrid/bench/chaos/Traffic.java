package org.csrgrid.bench.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.csrgrid.bench.world.World;

/** Customers at work, each in a thread of its own. */
final class Traffic implements AutoCloseable {

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(120);

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> customers = new ArrayList<>();

    private Traffic() {}

    /** @param round makes the keys of this traffic different from earlier ones on the same world */
    static Traffic start(
            World world, Promises promises, SplittableRandom random, int round, int customers, Duration pause) {
        Traffic traffic = new Traffic();
        for (int number = 0; number < customers; number++) {
            Customer customer = new Customer(
                    world, promises, random.split(), "c" + round + "-" + number, pause.toNanos(), traffic.stopped);
            traffic.customers.add(Thread.ofVirtual().name("customer-" + number).start(customer));
        }
        return traffic;
    }

    /** Lets every customer get the answer it insists on, then ends. */
    @Override
    public void close() {
        stopped.set(true);
        try {
            for (Thread customer : customers) {
                if (!customer.join(LAST_ANSWERS)) {
                    customer.interrupt();
                }
            }
        } catch (InterruptedException interrupted) {
            customers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }
}
