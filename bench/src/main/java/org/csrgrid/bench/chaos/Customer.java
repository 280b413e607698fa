package org.csrgrid.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.bench.world.ApiClient.Reply;
import org.csrgrid.bench.world.World;

/** One of those who use the product while it breaks: donates, mostly to the hot campaign, cancels, refunds as an administrator, and looks at campaigns. */
final class Customer implements Runnable {

    /** The last two digits are the sandbox gateway's magic: plain, declined, sent twice, sent out of order. */
    private static final List<String> AMOUNTS = List.of("10.00", "25.00", "40.02", "15.05", "30.06");

    private final World world;
    private final Promises promises;
    private final SplittableRandom random;
    private final Insistence insistence;
    private final AtomicBoolean stopped;
    private final String name;
    private final long pauseNanos;
    private int number;

    Customer(
            World world,
            Promises promises,
            SplittableRandom random,
            String name,
            long pauseNanos,
            AtomicBoolean stopped) {
        this.world = world;
        this.promises = promises;
        this.random = random;
        this.name = name;
        this.pauseNanos = pauseNanos;
        this.stopped = stopped;
        insistence = new Insistence(world.client(), world.apis(), promises, random);
    }

    @Override
    public void run() {
        while (!stopped.get()) {
            act();
            LockSupport.parkNanos(pauseNanos);
        }
    }

    private void act() {
        int dice = random.nextInt(100);
        if (dice < 60) {
            donate();
        } else if (dice < 66) {
            cancel();
        } else if (dice < 76) {
            refund();
        } else {
            look(dice % 2 == 0 ? "/api/v1/campaigns/" + campaign() : "/api/v1/campaigns?limit=10");
        }
    }

    private void donate() {
        String key = name + "-" + number++;
        String method = random.nextInt(4) == 0 ? "payroll" : "card";
        String body = """
                {"campaignId":"%d","amount":{"amount":"%s","currency":"EUR"},"method":"%s"}""".formatted(campaign(), AMOUNTS.get(random.nextInt(AMOUNTS.size())), method);
        Optional<Reply> reply =
                insistence.post("donate", "/api/v1/donations", token(), body, Map.of("Idempotency-Key", key));
        reply.filter(answer -> isExpected("donate", answer, Set.of(201)))
                .ifPresent(
                        answer -> promises.donated(key, answer.body().path("id").asText()));
    }

    private void cancel() {
        String donation = promises.anyDonation(random);
        if (donation != null) {
            insistence
                    .post(
                            "cancel",
                            "/api/v1/donations/" + donation + "/cancel",
                            world.administratorToken(),
                            "",
                            Map.of())
                    .ifPresent(answer -> isExpected("cancel", answer, Set.of(200, 409)));
        }
    }

    private void refund() {
        String donation = promises.anyDonation(random);
        if (donation == null) {
            return;
        }
        String body = random.nextBoolean()
                ? "{\"reason\":\"chaos\"}"
                : "{\"amount\":{\"amount\":\"3.00\",\"currency\":\"EUR\"},\"reason\":\"chaos\"}";
        Optional<Reply> reply = insistence.post(
                "refund",
                "/api/v1/donations/" + donation + "/refunds",
                world.administratorToken(),
                body,
                Map.of("Idempotency-Key", name + "-r" + number++));
        reply.filter(answer -> isExpected("refund", answer, Set.of(202, 409, 422)))
                .filter(Reply::isSuccess)
                .map(answer -> answer.body().path("refund").path("id").asText())
                .filter(id -> !id.isEmpty())
                .ifPresent(promises::refunded);
    }

    private void look(String path) {
        try {
            Reply reply = world.client().get(api().resolve(path), "");
            promises.count("read " + reply.status());
            isExpected("read", reply, Set.of(200, 503));
        } catch (IOException nobodyThere) {
            promises.count("read no answer");
        }
    }

    private boolean isExpected(String action, Reply reply, Set<Integer> statuses) {
        if (statuses.contains(reply.status())) {
            return true;
        }
        promises.wrong(
                "%s answered %d: %s (expected: one of %s)".formatted(action, reply.status(), reply.body(), statuses));
        return false;
    }

    private URI api() {
        return world.apis().get(random.nextInt(world.apis().size()));
    }

    private long campaign() {
        long[] others = world.campaigns();
        return random.nextBoolean() ? world.hotCampaign() : others[random.nextInt(others.length)];
    }

    /** One customer is one donor, since a key belongs to its donor. */
    private String token() {
        return world.tokens().get(Math.floorMod(name.hashCode(), world.tokens().size()));
    }
}
