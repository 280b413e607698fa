package org.csrgrid.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How much load, and for how long. A run ends after warm-up and measured time, or when so many requests were measured, whichever is first.
 *
 * @param targets     servers, such as http://127.0.0.1:8080; connections are dealt out among them
 * @param connections how many requests are under way at once
 */
public record LoadPlan(List<URI> targets, int connections, Duration warmUp, Duration measured, long mostRequests) {

    public LoadPlan {
        targets = List.copyOf(targets);
        if (targets.isEmpty() || connections < 1 || measured.isNegative() || warmUp.isNegative() || mostRequests < 1) {
            throw new IllegalArgumentException(
                    "targets: %s, connections: %d, warmUp: %s, measured: %s, mostRequests: %d (expected: a target and nothing negative)"
                            .formatted(targets, connections, warmUp, measured, mostRequests));
        }
    }

    /** A plan bounded by time alone. */
    public static LoadPlan lasting(List<URI> targets, int connections, Duration warmUp, Duration measured) {
        return new LoadPlan(targets, connections, warmUp, measured, Long.MAX_VALUE);
    }
}
