package org.csrgrid.sandbox.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back, in the payment's currency.
 *
 * @param reference the Idempotency-Key of the request that asked for it, null if there was none
 * @param failureReason null unless it failed
 */
public record Refund(
        String id,
        Money amount,
        RefundStatus status,
        @Nullable String reference,
        @Nullable String failureReason,
        Instant createdAt) {

    /** Whether its amount is no longer available: everything but a failed refund. */
    boolean takesMoney() {
        return status != RefundStatus.FAILED;
    }

    Refund succeeded() {
        return new Refund(id, amount, RefundStatus.SUCCEEDED, reference, null, createdAt);
    }

    Refund failed(String reason) {
        return new Refund(id, amount, RefundStatus.FAILED, reference, reason, createdAt);
    }
}
