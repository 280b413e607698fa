package org.csrgrid.domain.donation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.Versioned;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A donation as of its last applied ledger entry. Everything about money is the fold of the ledger: {@link #pledged} starts it, {@link #apply} adds
 * one entry; {@link #withPayment}, {@link #lease} and {@link #settled} keep what the ledger does not say.
 *
 * @param refunded what the donor got back, refunds and lost disputes together, in the donor's currency
 * @param campaignRefunded the same in the campaign's currency
 * @param match absent until a match was posted
 * @param version grows by one with each change; the guard of the row in the database
 */
public record Donation(
        long id,
        long campaignId,
        long organizationId,
        long donorId,
        Money amount,
        Money campaignAmount,
        BigDecimal exchangeRate,
        PledgeDetails pledge,
        DonationStatus status,
        @Nullable PaymentReference payment,
        List<Refund> refunds,
        @Nullable Dispute dispute,
        StrayPayment stray,
        Money refunded,
        Money campaignRefunded,
        @Nullable MatchPosition match,
        @Nullable String failureReason,
        Progress progress,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        long version)
        implements Versioned {

    public Donation {
        requireNonNull(status, "status is null");
        refunds = List.copyOf(refunds);
        if (refunded.minorUnits() < 0 || refunded.compareTo(amount) > 0) {
            throw new IllegalArgumentException("refunded: %s (expected: 0 .. %s)".formatted(refunded, amount));
        }
    }

    /** The donation right after its pledge. */
    public static Donation pledged(LedgerEntry entry) {
        return new Donation(
                entry.donationId(),
                entry.campaignId(),
                entry.organizationId(),
                entry.donorId(),
                entry.amount(),
                entry.campaignAmount(),
                entry.exchangeRate(),
                requireNonNull(entry.pledge(), "the first ledger entry is no pledge"),
                DonationStatus.PENDING,
                null,
                List.of(),
                null,
                StrayPayment.NONE,
                Money.zero(entry.amount().currency()),
                Money.zero(entry.campaignAmount().currency()),
                null,
                null,
                new Progress(0, 0, 0, null),
                entry.at(),
                entry.at(),
                null,
                1);
    }

    /** The donation rebuilt from all its ledger entries in sequence order. */
    public static Donation fold(List<LedgerEntry> entries) {
        Donation donation = pledged(entries.getFirst());
        for (LedgerEntry entry : entries.subList(1, entries.size())) {
            donation = donation.apply(entry);
        }
        return donation;
    }

    /**
     * The donation after its next ledger entry. An entry it already contains changes nothing.
     *
     * @throws LedgerGapException if an entry in between is missing
     * @throws IllegalTransitionException if the entry cannot follow
     */
    public Donation apply(LedgerEntry entry) {
        if (entry.sequence() <= progress.sequence()) {
            return this;
        }
        if (entry.sequence() != progress.sequence() + 1) {
            throw new LedgerGapException(id, progress.sequence() + 1, entry.sequence());
        }
        return new DonationDraft(this).apply(entry).finish(entry.at());
    }

    /** What the gateway said about a payment that has not moved money yet. Ignored once the donation is closed or captured. */
    public Donation withPayment(PaymentReference reference, DonationStatus gatewayStatus, Instant at) {
        if (!status.isOpen() || !gatewayStatus.isOpen() || (reference.equals(payment) && gatewayStatus == status)) {
            return this;
        }
        DonationDraft draft = new DonationDraft(this);
        draft.payment = reference;
        draft.moveTo(gatewayStatus);
        return draft.finish(at);
    }

    /** A copy that knows of a payment, whatever its status; for asking a gateway about it, never for storing. */
    public Donation withReference(String gateway, String paymentId) {
        DonationDraft draft = new DonationDraft(this);
        draft.payment = new PaymentReference(gateway, paymentId, null);
        return draft.finish(updatedAt);
    }

    /** Grants the right to settle unless somebody holds it still. */
    public Optional<Donation> lease(Instant now, Instant until) {
        SettlementLease held = progress.lease();
        if (held != null && held.until().isAfter(now)) {
            return Optional.empty();
        }
        // Grows with time, so that it still does after the latest tokens were lost with the members that knew them.
        long token = Math.max(progress.leaseToken() + 1, now.toEpochMilli());
        return Optional.of(withProgress(
                new Progress(progress.sequence(), progress.countedThrough(), token, new SettlementLease(token, until)),
                now));
    }

    /** Whether {@code token} is still the right to settle; a lost lease stays lost even when nobody took it over. */
    public boolean isHeldBy(long token) {
        return progress.lease() != null && progress.lease().token() == token;
    }

    /** Whether this, made under the lease of {@code token}, follows {@code current}: nobody has taken a later lease or written more. */
    public boolean mayReplace(Donation current, long token) {
        return current.progress.leaseToken() <= token && current.version < version;
    }

    /**
     * What this copy has to become, given the row the database has of the donation; empty if it is fine as it is. A copy that took over from a dead
     * owner may be older than the row; then the row is taken. Should the row be of a later version and yet know less of the ledger, this copy stays and
     * outranks the row. Nothing changes under a lease the row has not heard of.
     */
    public Optional<Donation> reconciledWith(Donation row, Instant now) {
        SettlementLease held = progress.lease();
        boolean isHeld = held != null && held.until().isAfter(now) && held.token() > row.progress.leaseToken();
        if (isHeld || row.version <= version) {
            return Optional.empty();
        }
        boolean knowsAll = row.progress.sequence() >= progress.sequence()
                && row.progress.countedThrough() >= progress.countedThrough();
        return Optional.of(knowsAll ? row : outranking(row));
    }

    private Donation outranking(Donation row) {
        DonationDraft draft = new DonationDraft(this);
        draft.version = row.version;
        return draft.finish(updatedAt);
    }

    /** Records that every applied entry is contained in the totals, and gives the lease back. */
    public Donation settled(Instant at) {
        return withProgress(new Progress(progress.sequence(), progress.sequence(), progress.leaseToken(), null), at);
    }

    /** Gives the lease back with nothing counted. */
    public Donation released(Instant at) {
        return withProgress(
                new Progress(progress.sequence(), progress.countedThrough(), progress.leaseToken(), null), at);
    }

    private Donation withProgress(Progress value, Instant at) {
        DonationDraft draft = new DonationDraft(this);
        draft.progress = value;
        return draft.finish(at);
    }

    /** What may still be refunded: captured less refunded less reserved by refunds under way. */
    public Money refundable() {
        if (!status.isRefundable()) {
            return Money.zero(amount.currency());
        }
        Money left = amount.minus(refunded);
        for (Refund refund : refunds) {
            if (refund.status() == Refund.Status.PENDING) {
                left = left.minus(refund.amount());
            }
        }
        return left;
    }

    /**
     * What a refund of {@code refund} takes from the campaign, in its currency. Cumulative, so the last refund takes the rest and no cent is left over
     * by rounding.
     */
    public Money campaignShareOf(Money refund) {
        Money after = refunded.plus(refund);
        Money target =
                after.equals(amount) ? campaignAmount : campaignAmount.share(after.minorUnits(), amount.minorUnits());
        return target.minus(campaignRefunded);
    }

    /** The refund asked for by that ledger entry, if any. */
    public Optional<Refund> refundRequestedBy(long entryId) {
        return refunds.stream()
                .filter(refund -> refund.requestId() == entryId && entryId != 0)
                .findFirst();
    }
}
