package org.csrgrid.sandbox.simulation;

import org.csrgrid.sandbox.payment.Payment;
import org.jspecify.annotations.Nullable;

/** The gateway's answer to a step that a client or the simulation wants. */
public sealed interface Outcome {

    /**
     * Taken now, or before.
     *
     * @param payment the payment right after the step; for a repeated request as it was the first time
     * @param subject id of the refund or dispute the step was about, null if it was about the payment itself
     * @param fresh false if this is the answer to a repeat
     * @param event what receivers are to be told because of it, null for nothing
     */
    record Applied(
            Payment payment,
            @Nullable String subject,
            boolean fresh,
            @Nullable Event event) implements Outcome {}

    /** Nothing has this id. */
    record NotFound(String detail) implements Outcome {}

    /** The state of the payment forbids the step. */
    record Conflict(String detail) implements Outcome {}

    /** Understood, but not possible: too much money, or a key that was used for another request. */
    record Unprocessable(String detail) implements Outcome {}
}
