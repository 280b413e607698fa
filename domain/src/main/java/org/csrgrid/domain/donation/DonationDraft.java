package org.csrgrid.domain.donation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** The changeable copy in which one transition is prepared; lives for one call on one thread. */
final class DonationDraft {

    private final Donation before;
    DonationStatus status;

    @Nullable
    PaymentReference payment;

    List<Refund> refunds;

    @Nullable
    Dispute dispute;

    StrayPayment stray;
    Money refunded;
    Money campaignRefunded;

    @Nullable
    MatchPosition match;

    @Nullable
    String failureReason;

    Progress progress;

    @Nullable
    Instant completedAt;

    /** The version this is to follow. */
    long version;

    DonationDraft(Donation before) {
        this.before = before;
        status = before.status();
        payment = before.payment();
        refunds = before.refunds();
        dispute = before.dispute();
        stray = before.stray();
        refunded = before.refunded();
        campaignRefunded = before.campaignRefunded();
        match = before.match();
        failureReason = before.failureReason();
        progress = before.progress();
        completedAt = before.completedAt();
        version = before.version();
    }

    DonationDraft apply(LedgerEntry entry) {
        switch (entry.kind()) {
            case PLEDGED -> throw illegal(entry);
            case CAPTURED -> capture(entry);
            case PAYMENT_FAILED -> close(DonationStatus.FAILED, entry);
            case CANCELLED -> close(DonationStatus.CANCELLED, entry);
            case STRAY_CAPTURED -> stray(StrayPayment.NONE, StrayPayment.CAPTURED, entry);
            case STRAY_REFUNDED -> stray(StrayPayment.CAPTURED, StrayPayment.REFUNDED, entry);
            case REFUND_REQUESTED -> requestRefund(entry);
            case REFUND_FAILED -> answerRefund(entry, Refund.Status.FAILED);
            case REFUNDED -> refund(entry);
            case DISPUTED -> openDispute(entry);
            case DISPUTE_WON -> closeDispute(entry, Dispute.Status.WON);
            case DISPUTE_LOST -> closeDispute(entry, Dispute.Status.LOST);
            case MATCH_POSTED -> postMatch(entry);
            case MATCH_REVERSED -> reverseMatch(entry);
        }
        advance(entry);
        return this;
    }

    /** An entry that moves no total is counted by being applied, unless an earlier one still waits. */
    private void advance(LedgerEntry entry) {
        int counted =
                progress.isSettled() && !entry.kind().movesTotals() ? entry.sequence() : progress.countedThrough();
        progress = new Progress(entry.sequence(), counted, progress.leaseToken(), progress.lease());
    }

    private void capture(LedgerEntry entry) {
        require(status.isOpen(), entry);
        moveTo(DonationStatus.COMPLETED);
        completedAt = entry.at();
        rememberPayment(entry);
    }

    private void close(DonationStatus closed, LedgerEntry entry) {
        require(status.isOpen(), entry);
        moveTo(closed);
        failureReason = entry.reason();
        rememberPayment(entry);
    }

    private void rememberPayment(LedgerEntry entry) {
        if (payment == null && entry.gateway() != null && entry.gatewayId() != null) {
            payment = new PaymentReference(entry.gateway(), entry.gatewayId(), null);
        }
    }

    private void stray(StrayPayment expected, StrayPayment next, LedgerEntry entry) {
        boolean closed = status == DonationStatus.FAILED || status == DonationStatus.CANCELLED;
        require(closed && stray == expected, entry);
        stray = next;
    }

    private void requestRefund(LedgerEntry entry) {
        require(status.isRefundable() && entry.amount().compareTo(before.refundable()) <= 0, entry);
        refunds = new ArrayList<>(refunds);
        refunds.add(new Refund(entry.id(), null, entry.amount(), Refund.Status.PENDING, entry.reason(), entry.at()));
    }

    private void refund(LedgerEntry entry) {
        answerRefund(entry, Refund.Status.SUCCEEDED);
        takeBack(entry);
    }

    private void takeBack(LedgerEntry entry) {
        require(completedAt != null, entry);
        refunded = refunded.plus(entry.amount());
        campaignRefunded = campaignRefunded.plus(entry.campaignAmount());
        moveTo(statusByRefunds());
    }

    /** A refund that was under way when the dispute was opened leaves the dispute open. */
    private DonationStatus statusByRefunds() {
        if (dispute != null && dispute.status() == Dispute.Status.OPEN) {
            return DonationStatus.DISPUTED;
        }
        if (refunded.equals(before.amount())) {
            return DonationStatus.REFUNDED;
        }
        return refunded.isZero() ? DonationStatus.COMPLETED : DonationStatus.PARTIALLY_REFUNDED;
    }

    private void answerRefund(LedgerEntry entry, Refund.Status answer) {
        var changed = new ArrayList<Refund>();
        boolean found = false;
        for (Refund refund : refunds) {
            boolean answered = entry.relatedId() != 0 && refund.requestId() == entry.relatedId();
            found |= answered;
            changed.add(
                    answered
                            ? new Refund(
                                    refund.requestId(),
                                    entry.gatewayId(),
                                    refund.amount(),
                                    answer,
                                    answer == Refund.Status.FAILED ? entry.reason() : refund.reason(),
                                    entry.at())
                            : refund);
        }
        if (!found) {
            changed.add(new Refund(0, entry.gatewayId(), entry.amount(), answer, entry.reason(), entry.at()));
        }
        refunds = changed;
    }

    private void openDispute(LedgerEntry entry) {
        require(status.isRefundable(), entry);
        moveTo(DonationStatus.DISPUTED);
        dispute = new Dispute(requireNonNull(entry.gatewayId()), entry.amount(), Dispute.Status.OPEN);
    }

    private void closeDispute(LedgerEntry entry, Dispute.Status outcome) {
        if (status != DonationStatus.DISPUTED || dispute == null) {
            throw illegal(entry);
        }
        dispute = new Dispute(dispute.gatewayId(), dispute.amount(), outcome);
        if (outcome == Dispute.Status.LOST) {
            takeBack(entry);
        } else {
            moveTo(statusByRefunds());
        }
    }

    private void postMatch(LedgerEntry entry) {
        MatchDetails details = requireNonNull(entry.match());
        require(match == null && completedAt != null, entry);
        Money amount = entry.campaignAmount();
        Money programmeAmount = details.programmeAmount();
        match = new MatchPosition(
                details.programmeId(),
                amount,
                amount.withMinorUnits(0),
                programmeAmount,
                programmeAmount.withMinorUnits(0));
    }

    private void reverseMatch(LedgerEntry entry) {
        if (match == null) {
            throw illegal(entry);
        }
        match = match.reverse(
                entry.campaignAmount(), requireNonNull(entry.match()).programmeAmount());
    }

    private void require(boolean possible, LedgerEntry entry) {
        if (!possible) {
            throw illegal(entry);
        }
    }

    private IllegalTransitionException illegal(LedgerEntry entry) {
        return new IllegalTransitionException(before.id(), status, entry.kind());
    }

    void moveTo(DonationStatus next) {
        if (next != status && !status.next().contains(next)) {
            throw new IllegalTransitionException(before.id(), status, next);
        }
        status = next;
    }

    Donation finish(Instant at) {
        return new Donation(
                before.id(),
                before.campaignId(),
                before.organizationId(),
                before.donorId(),
                before.amount(),
                before.campaignAmount(),
                before.exchangeRate(),
                before.pledge(),
                status,
                payment,
                refunds,
                dispute,
                stray,
                refunded,
                campaignRefunded,
                match,
                failureReason,
                progress,
                before.createdAt(),
                at.isAfter(before.updatedAt()) ? at : before.updatedAt(),
                completedAt,
                version + 1);
    }
}
