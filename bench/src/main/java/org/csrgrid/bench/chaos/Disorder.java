package org.csrgrid.bench.chaos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.csrgrid.bench.chaos.WebhookTap.Webhook;
import org.jspecify.annotations.Nullable;

/** Delivers webhooks twice, earlier ones again after later ones, and all of them once more at the end. Safe for use by many threads. */
final class Disorder {

    private static final int MEMORY = 200;
    private static final double TWICE = 0.5;
    private static final double AGAIN = 0.5;

    private final Random random;
    private final Deque<Webhook> earlier = new ArrayDeque<>();
    private final List<Webhook> all = new ArrayList<>();

    Disorder(long seed) {
        random = new Random(seed);
    }

    /** A copy of the webhook may run ahead of it, or an old one come in between. */
    void before(Webhook webhook, Consumer<Webhook> deliver) {
        if (chance(TWICE)) {
            deliver.accept(webhook);
        }
        Webhook old = pick(webhook);
        if (old != null) {
            deliver.accept(old);
        }
    }

    void after(Webhook webhook, Consumer<Webhook> deliver) {
        if (chance(TWICE)) {
            deliver.accept(webhook);
        }
    }

    /** Everything that was ever delivered once more, in an order of its own. */
    synchronized List<Webhook> shuffled() {
        List<Webhook> again = new ArrayList<>(all);
        Collections.shuffle(again, random);
        return again;
    }

    private synchronized boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private synchronized @Nullable Webhook pick(Webhook webhook) {
        all.add(webhook);
        earlier.addLast(webhook);
        if (earlier.size() > MEMORY) {
            earlier.removeFirst();
        }
        return random.nextDouble() < AGAIN ? List.copyOf(earlier).get(random.nextInt(earlier.size())) : null;
    }
}
