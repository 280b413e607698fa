package org.csrgrid.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.euros;
import static org.csrgrid.domain.Samples.pledge;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csrgrid.domain.donation.DonationLife;
import org.csrgrid.domain.ledger.Posting.Account;
import org.csrgrid.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostingTest {

    private static final LedgerEntry EUROS = pledge(euros(5_000));
    private static final LedgerEntry DOLLARS = pledge(Money.of(5_000, "USD"), euros(4_505), new BigDecimal("0.901"));

    @ParameterizedTest
    @EnumSource
    void debits_equal_credits_in_every_currency(LedgerKind kind) {
        for (LedgerEntry pledge : List.of(EUROS, DOLLARS)) {
            List<Posting> postings = Posting.of(entry(pledge, kind));

            assertThat(sums(postings)).isNotEmpty().allSatisfy((_, sum) -> assertThat(sum)
                    .isZero());
        }
    }

    @Test
    void a_capture_moves_money_from_the_gateway_to_the_campaign_and_closes_the_pledge() {
        assertThat(Posting.of(entry(EUROS, LedgerKind.CAPTURED)))
                .containsExactly(
                        new Posting(Account.GATEWAY_CLEARING, euros(5_000)),
                        new Posting(Account.CAMPAIGN_FUNDS, euros(-5_000)),
                        new Posting(Account.PLEDGES_OPEN, euros(5_000)),
                        new Posting(Account.PLEDGES_RECEIVABLE, euros(-5_000)));
    }

    @Test
    void across_currencies_the_exchange_account_carries_the_difference() {
        assertThat(Posting.of(entry(DOLLARS, LedgerKind.CAPTURED)))
                .contains(
                        new Posting(Account.GATEWAY_CLEARING, Money.of(5_000, "USD")),
                        new Posting(Account.EXCHANGE, Money.of(-5_000, "USD")),
                        new Posting(Account.EXCHANGE, euros(4_505)),
                        new Posting(Account.CAMPAIGN_FUNDS, euros(-4_505)));
    }

    @Test
    void a_refund_frees_the_reservation_only_if_there_was_one() {
        DonationLife asked = DonationLife.captured(5_000).requestRefund(euros(1_000));
        asked.refund(euros(1_000), asked.last().id());
        DonationLife unasked = DonationLife.captured(5_000).refund(euros(1_000));

        assertThat(Posting.of(asked.last())).contains(new Posting(Account.REFUNDS_RESERVED, euros(-1_000)));
        assertThat(Posting.of(unasked.last()))
                .extracting(Posting::account)
                .containsExactly(Account.CAMPAIGN_FUNDS, Account.GATEWAY_CLEARING);
    }

    @Test
    void after_a_full_refund_every_account_is_even() {
        DonationLife life = DonationLife.of(DOLLARS)
                .capture()
                .postMatch(euros(1_000), euros(1_000))
                .requestRefund(Money.of(5_000, "USD"));
        life.refund(Money.of(5_000, "USD"), life.last().id()).reverseMatch();

        Map<List<Object>, Long> balances = life.entries().stream()
                .flatMap(entry -> Posting.of(entry).stream())
                .collect(Collectors.groupingBy(
                        posting -> List.of(
                                posting.account(), posting.signedAmount().currency()),
                        Collectors.summingLong(posting -> posting.signedAmount().minorUnits())));

        assertThat(balances).hasSizeGreaterThan(8).allSatisfy((_, balance) -> assertThat(balance)
                .isZero());
    }

    @Test
    void an_entry_over_nothing_has_no_postings() {
        assertThat(Posting.of(pledge(euros(0)))).isEmpty();
    }

    private static LedgerEntry entry(LedgerEntry pledge, LedgerKind kind) {
        return kind == LedgerKind.PLEDGED ? pledge : DonationLife.of(pledge).entry(kind);
    }

    private static Map<Currency, Long> sums(List<Posting> postings) {
        return postings.stream()
                .collect(Collectors.groupingBy(
                        posting -> posting.signedAmount().currency(),
                        Collectors.summingLong(posting -> posting.signedAmount().minorUnits())));
    }
}
