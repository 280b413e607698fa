package org.csrgrid.domain.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The next ledger entry of a donation, filled in with what the donation already knows.
 *
 * @param entryId the id the entry will have, drawn by the caller
 */
public record EntryDraft(Donation donation, long entryId, Instant now) {

    public Of of(LedgerKind kind) {
        return new Of(kind);
    }

    /** The changeable part; by default it is about the donation's whole amount. */
    public final class Of {

        private final LedgerKind kind;
        private Money amount = donation.amount();
        private Money campaignAmount = donation.campaignAmount();
        private @Nullable String guard;
        private @Nullable String gateway;
        private @Nullable String gatewayId;
        private long relatedId;
        private long actorId;
        private @Nullable String fingerprint;
        private @Nullable String reason;
        private @Nullable MatchDetails match;

        private Of(LedgerKind kind) {
            this.kind = kind;
        }

        public Of amount(Money value, Money inCampaignCurrency) {
            amount = value;
            campaignAmount = inCampaignCurrency;
            return this;
        }

        public Of at(String gatewayName, String id) {
            gateway = gatewayName;
            gatewayId = id;
            return this;
        }

        /** What may happen only once in the whole ledger; by default this kind at this place of this donation. */
        public Of once(String uniqueGuard) {
            guard = uniqueGuard;
            return this;
        }

        public Of answering(long requestId) {
            relatedId = requestId;
            return this;
        }

        public Of by(long userId, @Nullable String requestFingerprint) {
            actorId = userId;
            fingerprint = requestFingerprint;
            return this;
        }

        public Of because(@Nullable String why) {
            reason = why;
            return this;
        }

        public Of matching(MatchDetails details) {
            match = details;
            return this;
        }

        public LedgerEntry build() {
            int sequence = donation.progress().sequence() + 1;
            return new LedgerEntry(
                    entryId,
                    kind,
                    donation.id(),
                    donation.campaignId(),
                    donation.organizationId(),
                    donation.donorId(),
                    sequence,
                    amount,
                    campaignAmount,
                    amount.currency().equals(donation.amount().currency()) ? donation.exchangeRate() : BigDecimal.ONE,
                    guard != null ? guard : kind.name().toLowerCase(Locale.ROOT) + ":" + donation.id() + ":" + sequence,
                    gateway,
                    gatewayId,
                    relatedId,
                    actorId,
                    fingerprint,
                    reason,
                    null,
                    match,
                    now);
        }
    }
}
