package org.csrgrid.sandbox.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.csrgrid.sandbox.json.PaymentJson;
import org.csrgrid.sandbox.payment.Behaviour;
import org.csrgrid.sandbox.simulation.Event;
import org.csrgrid.sandbox.simulation.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to their receivers: a fixed number of workers take what is due, and what fails comes back later with
 * the same event id. An event is done when its receiver said 2xx as often as it is to be sent, or when the policy
 * gives up. Safe for use by several threads; nothing here makes the caller wait.
 */
public final class Deliveries implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Clock clock;
    private final Timer timer;
    private final DeliveryPolicy policy;
    private final WebhookSender sender;
    private final PaymentJson json;
    private final Consumer<String> onDone;
    private final BlockingQueue<Delivery> due = new LinkedBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();

    private record Delivery(Event event, int copies, int failures, Instant giveUpAt) {

        Delivery nextCopy() {
            return new Delivery(event, copies - 1, failures, giveUpAt);
        }

        Delivery failed() {
            return new Delivery(event, copies, failures + 1, giveUpAt);
        }
    }

    /** Starts the workers; {@code onDone} gets the id of each event that needs no further delivery. */
    public Deliveries(
            Clock clock,
            Timer timer,
            DeliveryPolicy policy,
            WebhookSender sender,
            PaymentJson json,
            Consumer<String> onDone) {
        this.clock = clock;
        this.timer = timer;
        this.policy = policy;
        this.sender = sender;
        this.json = json;
        this.onDone = onDone;
        for (int worker = 0; worker < policy.concurrency(); worker++) {
            workers.add(Thread.ofVirtual().name("sandbox-webhook-" + worker).start(this::deliverWhatIsDue));
        }
    }

    /** Sends an event when it is due, unless its payment's behaviour is to send no webhooks. */
    public void deliver(Event event) {
        Behaviour behaviour = event.payment().behaviour();
        if (behaviour == Behaviour.SENDS_NO_WEBHOOKS) {
            return;
        }
        Instant now = clock.instant();
        Instant start = event.dueAt().isAfter(now) ? event.dueAt() : now;
        int copies = behaviour == Behaviour.SENDS_WEBHOOKS_TWICE ? 2 : 1;
        Delivery delivery = new Delivery(event, copies, 0, start.plus(policy.giveUpAfter()));
        later(Duration.between(now, start), delivery);
    }

    /** Sends an event once more, now, whatever its payment's behaviour. */
    public void replay(Event event) {
        due.add(new Delivery(event, 1, 0, clock.instant().plus(policy.giveUpAfter())));
    }

    private void later(Duration delay, Delivery delivery) {
        if (delay.isPositive()) {
            timer.after(delay, () -> due.add(delivery));
        } else {
            due.add(delivery);
        }
    }

    private void deliverWhatIsDue() {
        try {
            while (true) {
                attempt(due.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Delivery delivery) throws InterruptedException {
        try {
            Event event = delivery.event();
            if (!sender.send(event.payment().request().webhookUrl(), json.event(event))) {
                retry(delivery.failed());
            } else if (delivery.copies() > 1) {
                due.add(delivery.nextCopy());
            } else {
                onDone.accept(event.id());
            }
        } catch (RuntimeException fault) {
            LOGGER.warn(
                    "Webhook {} could not be sent, it will be tried again",
                    delivery.event().id(),
                    fault);
            retry(delivery.failed());
        }
    }

    private void retry(Delivery delivery) {
        Duration wait = policy.retryAfter(delivery.failures());
        if (clock.instant().plus(wait).isAfter(delivery.giveUpAt())) {
            LOGGER.warn(
                    "Webhook {} is given up after {} tries; its receiver can still ask for the payment",
                    delivery.event().id(),
                    delivery.failures());
            onDone.accept(delivery.event().id());
        } else {
            later(wait, delivery);
        }
    }

    /** Stops the workers and waits a moment for them; what is under way counts as not delivered. */
    @Override
    public void close() {
        due.clear();
        workers.forEach(Thread::interrupt);
        try {
            for (Thread worker : workers) {
                worker.join(LAST_WORDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
