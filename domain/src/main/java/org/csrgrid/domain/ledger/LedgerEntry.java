package org.csrgrid.domain.ledger;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One append-only money fact, durable in the database before anybody is told. A donation is the fold of its entries in {@code sequence} order, a
 * campaign's totals the fold of all its donations' entries.
 *
 * @param sequence 0 for the pledge, then without gaps within the donation; unique per donation, which makes it the arbiter between concurrent writers
 * @param amount in the donor's currency, never negative
 * @param campaignAmount the same value in the campaign's currency at the frozen rate
 * @param exchangeRate from donor's to campaign's currency, frozen at the pledge
 * @param guard unique over the whole ledger: what may happen only once (an idempotency key's use, a gateway payment's capture)
 * @param gatewayId the payment, refund or dispute this reports on, in the gateway's own words
 * @param relatedId the REFUND_REQUESTED entry a refund answers, or 0
 * @param actorId the user who caused it, or 0 for the system
 * @param fingerprint SHA-256 of the request that caused it, to tell a repeat from a reused key
 * @param pledge present exactly on PLEDGED
 * @param match present exactly on MATCH_POSTED and MATCH_REVERSED
 */
public record LedgerEntry(
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

    public LedgerEntry {
        requireNonNull(kind, "kind is null");
        requireNonNull(at, "at is null");
        if (amount.minorUnits() < 0 || campaignAmount.minorUnits() < 0) {
            throw new IllegalArgumentException("amount: %s (expected: >= 0)".formatted(amount));
        }
        if (amount.currency().equals(campaignAmount.currency())
                && (amount.minorUnits() != campaignAmount.minorUnits()
                        || exchangeRate.compareTo(BigDecimal.ONE) != 0)) {
            throw new IllegalArgumentException(
                    "exchangeRate: %s (expected: 1 within %s)".formatted(exchangeRate, amount.currencyCode()));
        }
        if ((kind == LedgerKind.PLEDGED) != (sequence == 0) || (kind == LedgerKind.PLEDGED) != (pledge != null)) {
            throw new IllegalArgumentException(
                    "sequence: %d of %s (expected: 0 and details on PLEDGED only)".formatted(sequence, kind));
        }
        boolean matching = kind == LedgerKind.MATCH_POSTED || kind == LedgerKind.MATCH_REVERSED;
        if (matching != (match != null)) {
            throw new IllegalArgumentException("match: %s on %s".formatted(match, kind));
        }
    }

    public ExchangeRate frozenRate() {
        return new ExchangeRate(amount.currency(), campaignAmount.currency(), exchangeRate);
    }

    /** The guard of everything a user asks for under an idempotency key: one use of the key for good. */
    public static String idempotencyGuard(long userId, String idempotencyKey) {
        return "key:" + userId + ":" + idempotencyKey;
    }
}
