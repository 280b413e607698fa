package org.csrgrid.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.csrgrid.bench.world.ApiClient.Reply;
import org.csrgrid.bench.world.World;

/** Looks at the product while its database is away: browsing goes on, and money is refused soon and politely. */
final class Outage {

    private static final Duration FIRST_NOTICE = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(12);

    private final Scene scene;
    private final World world;
    private final URI api;
    private final Duration time;

    Outage(Scene scene, Duration time) {
        this.scene = scene;
        world = scene.world();
        api = world.apis().getFirst();
        this.time = time;
    }

    /** Returns when the time is over. */
    void watch() {
        long end = System.nanoTime() + time.toNanos();
        scene.letPass(FIRST_NOTICE);
        Thread writer = Thread.ofVirtual().start(() -> write(end));
        while (System.nanoTime() < end) {
            read("/api/v1/campaigns/" + world.hotCampaign());
            read("/api/v1/campaigns?limit=20");
            scene.letPass(BETWEEN);
        }
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(String path) {
        try {
            Reply reply = world.client().get(api.resolve(path), "");
            scene.promises().count("read in outage " + reply.status());
            if (reply.status() != 200 || reply.took().compareTo(LONGEST_READ) > 0) {
                scene.promises()
                        .wrong("%s answered %d after %d ms without database (expected: 200 soon)"
                                .formatted(path, reply.status(), reply.took().toMillis()));
            }
        } catch (IOException silent) {
            scene.promises().wrong("%s: %s without database (expected: 200)".formatted(path, silent));
        }
    }

    private void write(long end) {
        String body = """
                {"campaignId":"%d","amount":{"amount":"12.00","currency":"EUR"},"method":"card"}""".formatted(world.hotCampaign());
        for (int number = 0; System.nanoTime() < end; number++) {
            String key = "outage-" + System.nanoTime() + "-" + number;
            try {
                Reply reply = world.client()
                        .post(
                                api.resolve("/api/v1/donations"),
                                world.tokens().getFirst(),
                                body,
                                Map.of("Idempotency-Key", key));
                judge(reply, key, System.nanoTime() < end);
            } catch (IOException silent) {
                scene.promises().wrong("a donation without database: %s (expected: 503)".formatted(silent));
            }
            scene.letPass(BETWEEN);
        }
    }

    /** An answer that came after the end may be a yes: the database was back. */
    private void judge(Reply reply, String key, boolean inTime) {
        scene.promises().count("donate in outage " + reply.status());
        if (reply.status() == 201) {
            scene.promises().donated(key, reply.body().path("id").asText());
        }
        boolean refused =
                reply.status() == 503 && reply.hasRetryAfter() && reply.took().compareTo(LONGEST_WRITE) < 0;
        if (!refused && inTime) {
            scene.promises()
                    .wrong(
                            "a donation without database answered %d after %d ms (expected: 503 with Retry-After within %d s)"
                                    .formatted(reply.status(), reply.took().toMillis(), LONGEST_WRITE.toSeconds()));
        }
    }
}
