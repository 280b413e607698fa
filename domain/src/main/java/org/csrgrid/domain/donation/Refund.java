package org.csrgrid.domain.donation;

import java.time.Instant;
import java.util.Locale;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back to the donor, or there.
 *
 * @param requestId the REFUND_REQUESTED ledger entry, or 0 when the gateway refunded on its own
 * @param gatewayId the gateway's id, once it reported one
 */
public record Refund(
        long requestId,
        @Nullable String gatewayId,
        Money amount,
        Status status,
        @Nullable String reason,
        Instant at) {

    /** PENDING money is reserved: it cannot be refunded a second time. */
    public enum Status {
        PENDING,
        SUCCEEDED,
        FAILED;

        public String jsonName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
