package org.csrgrid.launcher.verify;

import java.math.BigDecimal;
import java.time.Instant;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** A row of the ledger as it stands there, whether or not it makes sense. */
record LedgerLine(
        long id,
        LedgerKind kind,
        long donationId,
        long campaignId,
        long organizationId,
        long donorId,
        int sequence,
        Money amount,
        Money campaignAmount,
        BigDecimal exchangeRate,
        String guard,
        @Nullable String gateway,
        @Nullable String gatewayId,
        long relatedId,
        long actorId,
        @Nullable String fingerprint,
        @Nullable String reason,
        @Nullable PledgeDetails pledge,
        @Nullable MatchDetails match,
        Instant at) {

    /** @throws IllegalArgumentException if it makes no sense */
    LedgerEntry toEntry() {
        return new LedgerEntry(
                id,
                kind,
                donationId,
                campaignId,
                organizationId,
                donorId,
                sequence,
                amount,
                campaignAmount,
                exchangeRate,
                guard,
                gateway,
                gatewayId,
                relatedId,
                actorId,
                fingerprint,
                reason,
                pledge,
                match,
                at);
    }
}
