package org.csrgrid.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentReference;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.junit.jupiter.api.Test;

class DonationRulesTest {

    private static final Money TEN = Money.of(1_000, "EUR");

    private final Findings findings = new Findings();
    private final DonationRules rules = new DonationRules(findings, new Books());

    private List<Drift> drifts(Invariant invariant) {
        return findings.checks().stream()
                .filter(check -> check.invariant() == invariant)
                .flatMap(check -> check.firstDrifts().stream())
                .toList();
    }

    private void check(DonationStory story) {
        check(story.lines(), story.donation());
    }

    private void check(DonationLines lines, Donation live) {
        rules.check(lines, StoredDonation.of(live), live);
    }

    private static DonationLines without(DonationStory story, int index) {
        var lines = new ArrayList<>(story.lines().lines());
        lines.remove(index);
        return new DonationLines(lines);
    }

    @Test
    void consistent_donations_have_no_drift() {
        check(DonationStory.captured(1, 2, Money.of(1_003, "USD"))
                .matched(900)
                .refunded(1_003)
                .reversed(900));
        check(DonationStory.pledged(1, 2, TEN).then(LedgerKind.CANCELLED, draft -> draft));
        check(DonationStory.captured(1, 2, TEN).refunded(999));
        assertThat(findings.checks()).allMatch(check -> check.verdict() == Check.Verdict.OK);
    }

    @Test
    void what_the_gateway_says_of_an_open_payment_is_no_drift() {
        DonationStory story = DonationStory.pledged(1, 2, TEN);
        Donation waiting = story.donation()
                .withPayment(new PaymentReference("test", "pay", null), DonationStatus.REQUIRES_ACTION, Instant.now());
        check(story.lines(), waiting);
        assertThat(drifts(Invariant.I7)).isEmpty();
    }

    @Test
    void a_match_of_a_failed_donation_is_found() {
        DonationStory story = DonationStory.pledged(1, 2, TEN).then(LedgerKind.PAYMENT_FAILED, draft -> draft);
        var lines = new ArrayList<>(story.lines().lines());
        lines.add(DonationStory.captured(1, 2, TEN).matched(500).lines().lines().getLast());
        check(new DonationLines(lines), story.donation());
        assertThat(drifts(Invariant.I7))
                .containsExactly(new Drift(
                        "donation " + story.lines().key(),
                        "legal transitions",
                        "donation %d: MATCH_POSTED cannot follow FAILED"
                                .formatted(story.donation().id())));
    }

    @Test
    void a_missing_reversal_after_a_full_refund_is_found() {
        DonationStory story = DonationStory.captured(1, 2, TEN).matched(500).refunded(1_000);
        check(story);
        assertThat(drifts(Invariant.I3)).extracting(Drift::found).containsExactly("500", "500");
    }

    @Test
    void more_reversed_than_matched_is_found() {
        DonationStory story =
                DonationStory.captured(1, 2, TEN).matched(500).refunded(400).reversed(200);
        check(without(story, 2), story.donation());
        assertThat(drifts(Invariant.I3)).extracting(Drift::found).containsExactly("-200, -200");
    }

    @Test
    void a_pledge_converted_at_another_rate_than_its_own_is_found() {
        DonationStory story = DonationStory.pledged(1, 2, Money.of(1_000, "USD"));
        LedgerLine pledge = story.lines().lines().getFirst();
        check(new DonationLines(List.of(converted(pledge, Money.of(915, "EUR")))), story.donation());
        assertThat(drifts(Invariant.I10))
                .containsExactly(new Drift(
                        "entry %d of donation %s campaign amount"
                                .formatted(pledge.id(), story.lines().key()),
                        "9.14 EUR",
                        "9.15 EUR"));
    }

    private static LedgerLine converted(LedgerLine line, Money campaignAmount) {
        return new LedgerLine(
                line.id(),
                line.kind(),
                line.donationId(),
                line.campaignId(),
                line.organizationId(),
                line.donorId(),
                line.sequence(),
                line.amount(),
                campaignAmount,
                new BigDecimal("0.9137"),
                line.guard(),
                line.gateway(),
                line.gatewayId(),
                line.relatedId(),
                line.actorId(),
                line.fingerprint(),
                line.reason(),
                line.pledge(),
                line.match(),
                line.at());
    }

    @Test
    void a_donation_missing_in_the_grid_is_found() {
        DonationStory story = DonationStory.captured(1, 2, TEN);
        rules.check(story.lines(), StoredDonation.of(story.donation()), null);
        assertThat(drifts(Invariant.I7)).extracting(Drift::found).containsExactly("nothing");
    }
}
