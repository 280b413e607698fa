package org.csrgrid.sandbox.payment;

import org.jspecify.annotations.Nullable;

/** What a rule says about a step that somebody wants a payment to take. */
public sealed interface Decision {

    /**
     * The step is taken.
     *
     * @param subject id of the refund or dispute the step was about, null if it was about the payment itself
     * @param event what receivers are told, null for nothing
     */
    record Changed(
            Payment payment,
            @Nullable String subject,
            @Nullable EventType event) implements Decision {}

    /**
     * The step was taken before, or nobody waits for it any more; nothing happens and nobody minds.
     *
     * @param subject as in {@link Changed}
     */
    record Unchanged(@Nullable String subject) implements Decision {}

    /** The state of the payment forbids the step. */
    record Conflict(String detail) implements Decision {}

    /** The step asks for more than there is. */
    record ExceedsRemaining(String detail) implements Decision {}

    /** The payment has no such refund or dispute. */
    record NoSuchPart(String detail) implements Decision {}
}
