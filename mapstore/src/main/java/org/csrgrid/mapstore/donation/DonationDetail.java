package org.csrgrid.mapstore.donation;

import java.util.List;
import org.csrgrid.domain.donation.Dispute;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.MatchPosition;
import org.csrgrid.domain.donation.PaymentReference;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.wire.Micros;
import org.jspecify.annotations.Nullable;

/** What of a donation nobody asks for in SQL; the JSON of column {@code detail}. Amounts are minor units. */
record DonationDetail(
        @Nullable String note,
        @Nullable String failureReason,
        @Nullable PaymentDetail payment,
        @Nullable List<RefundDetail> refunds,
        @Nullable DisputeDetail dispute,
        @Nullable MatchDetail match) {

    record PaymentDetail(
            String gateway, String paymentId, @Nullable String checkoutUrl) {}

    record RefundDetail(
            long requestId,
            @Nullable String gatewayId,
            long amount,
            Refund.Status status,
            @Nullable String reason,
            long at) {}

    record DisputeDetail(String gatewayId, long amount, Dispute.Status status) {}

    record MatchDetail(
            long programmeId,
            long posted,
            long reversed,
            String programmeCurrency,
            long programmePosted,
            long programmeReversed) {}

    static DonationDetail of(Donation donation) {
        return new DonationDetail(
                donation.pledge().note(),
                donation.failureReason(),
                payment(donation.payment()),
                donation.refunds().stream().map(DonationDetail::refund).toList(),
                dispute(donation.dispute()),
                match(donation.match()));
    }

    private static @Nullable PaymentDetail payment(@Nullable PaymentReference payment) {
        return payment == null
                ? null
                : new PaymentDetail(payment.gateway(), payment.paymentId(), payment.checkoutUrl());
    }

    private static RefundDetail refund(Refund refund) {
        return new RefundDetail(
                refund.requestId(),
                refund.gatewayId(),
                refund.amount().minorUnits(),
                refund.status(),
                refund.reason(),
                Micros.of(refund.at()));
    }

    private static @Nullable DisputeDetail dispute(@Nullable Dispute dispute) {
        return dispute == null
                ? null
                : new DisputeDetail(dispute.gatewayId(), dispute.amount().minorUnits(), dispute.status());
    }

    private static @Nullable MatchDetail match(@Nullable MatchPosition match) {
        return match == null
                ? null
                : new MatchDetail(
                        match.programmeId(),
                        match.posted().minorUnits(),
                        match.reversed().minorUnits(),
                        match.programmePosted().currencyCode(),
                        match.programmePosted().minorUnits(),
                        match.programmeReversed().minorUnits());
    }

    @Nullable
    PaymentReference toPayment() {
        return payment == null ? null : new PaymentReference(payment.gateway, payment.paymentId, payment.checkoutUrl);
    }

    /** @param amount tells the currency */
    List<Refund> toRefunds(Money amount) {
        return refunds == null
                ? List.of()
                : refunds.stream()
                        .map(refund -> new Refund(
                                refund.requestId,
                                refund.gatewayId,
                                amount.withMinorUnits(refund.amount),
                                refund.status,
                                refund.reason,
                                Micros.toInstant(refund.at)))
                        .toList();
    }

    /** @param amount tells the currency */
    @Nullable
    Dispute toDispute(Money amount) {
        return dispute == null
                ? null
                : new Dispute(dispute.gatewayId, amount.withMinorUnits(dispute.amount), dispute.status);
    }

    /** @param campaignAmount tells the campaign's currency */
    @Nullable
    MatchPosition toMatch(Money campaignAmount) {
        return match == null
                ? null
                : new MatchPosition(
                        match.programmeId,
                        campaignAmount.withMinorUnits(match.posted),
                        campaignAmount.withMinorUnits(match.reversed),
                        Money.of(match.programmePosted, match.programmeCurrency),
                        Money.of(match.programmeReversed, match.programmeCurrency));
    }
}
