package org.csrgrid.bench.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.csrgrid.bench.world.World;
import org.csrgrid.bench.world.WorldOptions;

/** One product under load and faults. The same seed makes the same customers wish for the same things; timing stays the machine's. */
final class ChaosRun implements AutoCloseable {

    private static final int CUSTOMERS = 8;
    private static final Duration PAUSE = Duration.ofMillis(30);
    private static final Duration BEFORE = Duration.ofSeconds(3);
    private static final Duration AFTER = Duration.ofSeconds(2);

    private final Path scratch;
    private final Promises promises = new Promises();
    private final WebhookTap tap;
    private final World world;
    private final SplittableRandom random;
    private final Consumer<String> say;
    private int round;

    /** @param scratch an empty folder that belongs to the caller */
    ChaosRun(Path scratch, int members, int apis, long seed, Consumer<String> say) {
        this.scratch = scratch;
        this.say = say;
        random = new SplittableRandom(seed);
        tap = WebhookTap.open(promises);
        say.accept("seed " + seed);
        WorldOptions options = WorldOptions.small(members, apis)
                .with("api.public-url", tap.uri().toString())
                .with("payments.reconcile-after", "10s")
                .with("payments.reconcile-interval", "2s")
                .with("jobs.channels.payments.backoff", "1s,2s,5s")
                .with("jobs.channels.payments.tries", "20");
        try {
            world = World.start(scratch.resolve("data"), options, say::accept);
        } catch (RuntimeException failure) {
            tap.close();
            throw failure;
        }
        tap.leadTo(world.apis());
    }

    /** Load, faults one after the other, no more load, and the inspection; what is wrong then. */
    List<String> suffer(List<Fault> faults) {
        Scene scene = new Scene(world, tap, promises, random, say);
        try (Traffic _ = Traffic.start(world, promises, random, round++, CUSTOMERS, PAUSE)) {
            for (Fault fault : faults) {
                scene.letPass(BEFORE);
                say.accept("fault: " + fault.name());
                fault.strike(scene);
                scene.awaitService();
                say.accept("mended");
            }
            scene.letPass(AFTER);
        }
        List<String> wrongs = new Aftermath(scene, scratch).inspect();
        say.accept("%d donations, %d refunds, %d webhooks acknowledged; answers %s"
                .formatted(
                        promises.donationCount(),
                        promises.refunds().size(),
                        promises.webhooks().size(),
                        promises.answers()));
        return wrongs;
    }

    World world() {
        return world;
    }

    SplittableRandom random() {
        return random;
    }

    @Override
    public void close() {
        tap.close();
        world.close();
    }
}
