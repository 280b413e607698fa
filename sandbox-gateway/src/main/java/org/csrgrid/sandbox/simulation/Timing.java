package org.csrgrid.sandbox.simulation;

import java.time.Duration;
import org.csrgrid.sandbox.payment.Behaviour;
import org.csrgrid.sandbox.payment.EventType;

/**
 * How long the gateway takes over things.
 *
 * @param settle from creation (or the payer's approval) to success or failure; also for refunds
 * @param lateAnswer how late the answer is to the creation of a payment that answers late
 * @param lateWebhook how late the webhooks are of a payment that sends them late
 * @param outOfOrderGap how long {@code payment.processing} comes after {@code payment.succeeded} when out of order
 */
public record Timing(Duration settle, Duration lateAnswer, Duration lateWebhook, Duration outOfOrderGap) {

    /** 5 ms, 3 s, 120 s and 300 ms. */
    public static final Timing DEFAULT =
            new Timing(Duration.ofMillis(5), Duration.ofSeconds(3), Duration.ofSeconds(120), Duration.ofMillis(300));

    public Timing {
        requireNotNegative("settle", settle);
        requireNotNegative("lateAnswer", lateAnswer);
        requireNotNegative("lateWebhook", lateWebhook);
        requireNotNegative("outOfOrderGap", outOfOrderGap);
    }

    Duration untilSettled(Behaviour behaviour) {
        return behaviour == Behaviour.ANSWERS_LATE ? settle.plus(lateAnswer) : settle;
    }

    Duration untilWebhook(Behaviour behaviour, EventType type) {
        return switch (behaviour) {
            case SENDS_WEBHOOKS_LATE -> lateWebhook;
            case SENDS_WEBHOOKS_OUT_OF_ORDER ->
                type == EventType.PAYMENT_PROCESSING ? settle.plus(outOfOrderGap) : Duration.ZERO;
            default -> Duration.ZERO;
        };
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("%s: %s (expected: >= 0)".formatted(name, value));
        }
    }
}
