package org.csrgrid.grid.donation;

import java.time.Instant;
import org.csrgrid.grid.cluster.MemberCall;
import org.jspecify.annotations.Nullable;

/**
 * Reserves money for a refund and has it asked for at the gateway. Durable when answered; a repeat under the same key answers the first request.
 *
 * @param amountMinorUnits in the donation's currency; 0 for all that is left
 */
public record RequestRefund(
        DonationKey donation,
        long actorId,
        long amountMinorUnits,
        @Nullable String reason,
        String idempotencyKey,
        String fingerprint,
        Instant now)
        implements MemberCall<RefundOutcome> {}
