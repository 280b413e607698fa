package org.csrgrid.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.bench.world.ApiClient;
import org.csrgrid.bench.world.ApiClient.Reply;

/**
 * Asks until somebody answers: any API node, the same request under the same key, again after a 503 and after every broken connection. Belongs to one
 * thread.
 */
final class Insistence {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long SHORTEST_PAUSE = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(600).toNanos();

    private final ApiClient client;
    private final List<URI> apis;
    private final Promises promises;
    private final SplittableRandom random;

    Insistence(ApiClient client, List<URI> apis, Promises promises, SplittableRandom random) {
        this.client = client;
        this.apis = apis;
        this.promises = promises;
        this.random = random;
    }

    /** The first answer that is neither 503 nor 409 with Retry-After; empty if there is none for 90 seconds. */
    Optional<Reply> post(String action, String path, String token, String body, Map<String, String> headers) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            try {
                Reply reply = client.post(api().resolve(path), token, body, headers);
                promises.count(action + " " + reply.status());
                if (!isComeAgain(reply)) {
                    return Optional.of(reply);
                }
                requireRetryAfter(action, reply);
            } catch (IOException unknown) {
                promises.count(action + " no answer");
            }
            LockSupport.parkNanos(random.nextLong(SHORTEST_PAUSE, LONGEST_PAUSE));
        }
        return Optional.empty();
    }

    private URI api() {
        return apis.get(random.nextInt(apis.size()));
    }

    private static boolean isComeAgain(Reply reply) {
        return reply.status() == 503 || (reply.status() == 409 && reply.hasRetryAfter());
    }

    private void requireRetryAfter(String action, Reply reply) {
        if (!reply.hasRetryAfter()) {
            promises.wrong("%s answered %d without Retry-After".formatted(action, reply.status()));
        }
    }
}
