package org.csrgrid.sandbox.webhook;

import java.time.Duration;

/**
 * How hard the gateway tries to deliver a webhook.
 *
 * @param concurrency how many requests run at once, to all receivers together
 * @param timeout for one whole request and answer
 * @param firstRetry wait after the first failure; doubled after each further one
 * @param longestRetry where doubling ends
 * @param giveUpAfter from when the webhook was due, or the gateway started if that is later; no new try after that
 */
public record DeliveryPolicy(
        int concurrency, Duration timeout, Duration firstRetry, Duration longestRetry, Duration giveUpAfter) {

    /** 64 at once, 10 s each, 0.5 s doubling to 30 s, for 15 minutes. */
    public static final DeliveryPolicy DEFAULT = new DeliveryPolicy(
            64, Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(15));

    public DeliveryPolicy {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency: %d (expected: >= 1)".formatted(concurrency));
        }
        requirePositive("timeout", timeout);
        requirePositive("firstRetry", firstRetry);
        requirePositive("longestRetry", longestRetry);
        requirePositive("giveUpAfter", giveUpAfter);
    }

    /** The same with so many requests at once. */
    public DeliveryPolicy withConcurrency(int requests) {
        return new DeliveryPolicy(requests, timeout, firstRetry, longestRetry, giveUpAfter);
    }

    /** How long to wait after so many failures, counted from 1. */
    Duration retryAfter(int failures) {
        Duration wait = firstRetry;
        for (int failure = 1; failure < failures && wait.compareTo(longestRetry) < 0; failure++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("%s: %s (expected: > 0)".formatted(name, value));
        }
    }
}
