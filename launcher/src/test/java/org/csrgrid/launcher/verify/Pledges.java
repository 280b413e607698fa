package org.csrgrid.launcher.verify;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.function.LongSupplier;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.grid.donation.DonationKey;

/** Pledges to campaigns in euros, and what a gateway says of their payments. */
record Pledges(LongSupplier ids) {

    static final BigDecimal DOLLAR_RATE = new BigDecimal("0.913700000000");

    LedgerEntry pledge(long campaignId, long donor, Money amount) {
        Currency euro = Currency.getInstance("EUR");
        ExchangeRate rate = amount.currency().equals(euro)
                ? ExchangeRate.identity(euro)
                : new ExchangeRate(amount.currency(), euro, DOLLAR_RATE);
        long donationId = ids.getAsLong();
        return new LedgerEntry(
                ids.getAsLong(),
                LedgerKind.PLEDGED,
                donationId,
                campaignId,
                VerifiedProduct.ORGANIZATION,
                donor,
                0,
                amount,
                rate.convert(amount),
                rate.rate(),
                LedgerEntry.idempotencyGuard(donor, "key-" + donationId),
                null,
                null,
                0,
                donor,
                "fingerprint",
                null,
                new PledgeDetails(PaymentMethod.CARD, false, null),
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    PaymentSnapshot snapshot(String paymentId, DonationKey key, Money amount, PaymentSnapshot.Status status) {
        return new PaymentSnapshot("test", paymentId, key.toString(), status, amount, null, null, List.of(), null);
    }

    /** The gateway has sent back that much, in one further refund. */
    PaymentSnapshot refunded(Donation donation, long minorUnits) {
        PaymentSnapshot snapshot = snapshot(
                donation.payment().paymentId(),
                DonationKey.of(donation),
                donation.amount(),
                PaymentSnapshot.Status.SUCCEEDED);
        return snapshot.withRefund(new PaymentSnapshot.GatewayRefund(
                "ref-" + ids.getAsLong(),
                donation.amount().withMinorUnits(minorUnits),
                PaymentSnapshot.GatewayRefund.Status.SUCCEEDED,
                null,
                null));
    }
}
