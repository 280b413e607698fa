package org.csrgrid.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static final Money TEN = Money.of(1_000, "EUR");

    private final Books books = new Books();

    private void enter(DonationStory story) {
        books.post(story.entries());
        books.expect(story.donation());
    }

    private Check check() {
        Findings findings = new Findings();
        books.check(findings);
        return findings.checks().getFirst();
    }

    @Test
    void donations_of_every_kind_leave_what_their_state_says_on_each_account() {
        enter(DonationStory.pledged(1, 2, TEN));
        enter(DonationStory.pledged(1, 2, TEN).then(LedgerKind.PAYMENT_FAILED, draft -> draft));
        enter(DonationStory.pledged(1, 2, TEN)
                .then(LedgerKind.CANCELLED, draft -> draft)
                .then(LedgerKind.STRAY_CAPTURED, draft -> draft));
        enter(DonationStory.captured(1, 2, TEN).matched(500).refunded(400).reversed(200));
        enter(DonationStory.captured(1, 2, Money.of(999, "USD")).refunded(333));
        enter(DonationStory.captured(1, 2, TEN).then(LedgerKind.REFUND_REQUESTED, draft -> draft.amount(TEN, TEN)));
        enter(DonationStory.captured(1, 2, TEN).then(LedgerKind.DISPUTED, draft -> draft.at("test", "dispute")));
        enter(DonationStory.captured(1, 2, TEN)
                .then(LedgerKind.DISPUTED, draft -> draft.at("test", "dispute"))
                .then(LedgerKind.DISPUTE_LOST, draft -> draft.at("test", "dispute")));
        assertThat(check().firstDrifts()).isEmpty();
        assertThat(check().rows()).isEqualTo(24);
    }

    @Test
    void a_capture_the_donation_does_not_know_of_shows_on_the_accounts_it_moves() {
        DonationStory story = DonationStory.pledged(1, 2, TEN);
        books.expect(story.donation());
        books.post(story.then(LedgerKind.CAPTURED, draft -> draft.at("test", "pay"))
                .entries());
        assertThat(check().firstDrifts())
                .contains(
                        new Drift("account GATEWAY_CLEARING EUR in minor units", "0", "1000"),
                        new Drift("account CAMPAIGN_FUNDS EUR in minor units", "0", "-1000"),
                        new Drift("account PLEDGES_RECEIVABLE EUR in minor units", "1000", "0"));
    }
}
