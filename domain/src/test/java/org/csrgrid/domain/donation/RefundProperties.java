package org.csrgrid.domain.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.pledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.money.Money;

class RefundProperties {

    @Property
    void any_split_of_a_full_refund_within_one_currency_nets_everything_to_zero(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long cents,
            @ForAll @IntRange(min = 1, max = 1_000) int percent,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 1_000_000) Integer> weights) {
        Money amount = Money.of(cents, "EUR");
        Donation donation = refundAll(
                DonationLife.of(pledge(amount)).capture().postMatch(amount.share(percent, 100), amount), weights);

        assertNothingIsLeft(donation);
    }

    @Property
    void any_split_of_a_full_refund_across_currencies_nets_everything_to_zero(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long yen,
            @ForAll @LongRange(min = 1, max = 10_000_000) long rateInMillionths,
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long match,
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long programmeMatch,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 1_000_000) Integer> weights) {
        Money amount = Money.of(yen, "JPY");
        Money dinars = Money.of(match, "KWD");
        BigDecimal rate = BigDecimal.valueOf(rateInMillionths, 6);
        Money campaignAmount = new ExchangeRate(amount.currency(), dinars.currency(), rate).convert(amount);
        Donation donation = refundAll(
                DonationLife.of(pledge(amount, campaignAmount, rate))
                        .capture()
                        .postMatch(dinars, Money.of(programmeMatch, "EUR")),
                weights);

        assertNothingIsLeft(donation);
    }

    /** Refunds the whole amount in parts in proportion to the weights; the match follows after each or only after some of them. */
    private static Donation refundAll(DonationLife life, List<Integer> weights) {
        long sum = weights.stream().mapToLong(Integer::longValue).sum();
        Money amount = life.donation().amount();
        LongStream.rangeClosed(1, weights.size()).forEach(parts -> {
            long weight =
                    weights.stream().limit(parts).mapToLong(Integer::longValue).sum();
            Money part = amount.share(weight, sum).minus(life.donation().refunded());
            if (part.isPositive()) {
                life.refund(part);
            }
            if (parts % 3 != 0) {
                life.reverseMatch();
            }
        });
        return life.reverseMatch().donation();
    }

    private static void assertNothingIsLeft(Donation donation) {
        MatchPosition match = donation.match();
        assertThat(donation.status()).isEqualTo(DonationStatus.REFUNDED);
        assertThat(donation.refunded()).isEqualTo(donation.amount());
        assertThat(donation.campaignRefunded()).isEqualTo(donation.campaignAmount());
        assertThat(match.reversed()).isEqualTo(match.posted());
        assertThat(match.programmeReversed()).isEqualTo(match.programmePosted());
    }
}
