package org.csrgrid.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One closed-loop run: every connection has one request under way, on the calling thread. One thread keeps several hundred connections busy and takes
 * far less of a small machine than a thread for each; it also makes conversations free of locks.
 */
public final class LoadRun {

    private static final long GRACE = Duration.ofSeconds(10).toNanos();
    private static final int SELECT_MILLIS = 100;

    private final LoadPlan plan;

    private LoadRun(LoadPlan plan) {
        this.plan = plan;
    }

    /**
     * Runs the plan to its end and waits up to ten seconds for the last answers.
     *
     * @param conversations the conversation of each connection, by its number from 0
     * @throws UncheckedIOException if a server cannot be reached for five seconds
     */
    public static LoadResult run(LoadPlan plan, IntFunction<Conversation> conversations) {
        try {
            return new LoadRun(plan).run(conversations);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private LoadResult run(IntFunction<Conversation> conversations) throws IOException {
        List<Connection> connections = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int number = 0; number < plan.connections(); number++) {
                connections.add(new Connection(
                        plan.targets().get(number % plan.targets().size()), conversations.apply(number)));
            }
            long from = System.nanoTime() + plan.warmUp().toNanos();
            long until = from + plan.measured().toNanos();
            Tally tally = new Tally(from, until, plan.mostRequests());
            for (Connection connection : connections) {
                connection.open(selector);
            }
            while (connections.stream().anyMatch(Connection::isWaiting) && System.nanoTime() - until < GRACE) {
                turn(selector, tally);
            }
            return tally.result();
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** Many rounds between two looks at all connections, which would otherwise cost more than the work. */
    private static void turn(Selector selector, Tally tally) throws IOException {
        List<IOException> failures = new ArrayList<>(1);
        for (int round = 0; round < 100 && failures.isEmpty(); round++) {
            if (selector.select(key -> read(selector, key, tally, failures), SELECT_MILLIS) == 0) {
                break;
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private static void read(Selector selector, SelectionKey key, Tally tally, List<IOException> failures) {
        try {
            ((Connection) key.attachment()).read(selector, tally);
        } catch (IOException unreachable) {
            failures.add(unreachable);
        }
    }
}
