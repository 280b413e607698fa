package org.csrgrid.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.payment.PaymentSnapshot.Status.FAILED;
import static org.csrgrid.domain.payment.PaymentSnapshot.Status.PROCESSING;
import static org.csrgrid.domain.payment.PaymentSnapshot.Status.SUCCEEDED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.match.AllowanceKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drifts planted one by one into a product that is clean otherwise: each is found by its invariant, with its ids. */
class LedgerVerificationTest {

    private static final VerificationOptions AT_ONCE =
            VerificationOptions.defaults().waiting(Duration.ZERO);
    private static final long ALICE = 11;

    private static VerifiedProduct product;
    private static Campaign matched;
    private static Donation completed;
    private static Donation halfRefunded;
    private static Donation refunded;
    private static Donation inDollars;
    private static Donation pending;

    @BeforeAll
    static void start() throws IOException {
        product = new VerifiedProduct();
        product.programme();
        matched = product.campaign(new Matching(true, 0, 50_000));
        Campaign plain = product.campaign(Matching.OFF);
        product.campaign(Matching.OFF);
        completed = product.donate(matched, ALICE, Money.of(2_500, "EUR"), SUCCEEDED);
        halfRefunded = product.refund(product.donate(matched, 12, Money.of(1_001, "EUR"), SUCCEEDED), 500);
        refunded = product.refund(product.donate(matched, 13, Money.of(999, "EUR"), SUCCEEDED), 999);
        inDollars = product.donate(plain, ALICE, Money.of(1_003, "USD"), SUCCEEDED);
        product.donate(plain, 14, Money.of(700, "EUR"), FAILED);
        pending = product.donate(plain, 14, Money.of(800, "EUR"), PROCESSING);
        product.flush();
        product.allowPlanting();
    }

    @AfterAll
    static void stop() throws IOException {
        product.close();
    }

    @AfterEach
    void clean_up() {
        product.cleanUp();
    }

    private static Check check(Invariant invariant) {
        return product.verify(AT_ONCE).of(invariant);
    }

    private static void assertDrift(Invariant invariant, String subject, String expected, String found) {
        Check check = check(invariant);
        assertThat(check.verdict()).isEqualTo(Check.Verdict.DRIFT);
        assertThat(check.firstDrifts()).contains(new Drift(subject, expected, found));
    }

    private static String subject(Donation donation) {
        return "donation " + DonationKey.of(donation);
    }

    @Test
    void clean_data_has_no_drift_and_everything_is_looked_at() {
        VerificationReport report =
                product.verify(VerificationOptions.defaults().waiting(Duration.ofSeconds(10)));
        assertThat(report.isClean()).as(report.toString()).isTrue();
        assertThat(report.unrest()).isEmpty();
        assertThat(report.of(Invariant.I6).verdict()).isEqualTo(Check.Verdict.SKIPPED);
        assertThat(report.checks())
                .filteredOn(check -> check.invariant() != Invariant.I6)
                .allMatch(check -> check.rows() > 0);
    }

    @Test
    void a_vanished_match_leaves_the_totals_too_large() {
        product.plant("DELETE FROM ledger WHERE kind = 'MATCH_POSTED' AND donation_id = " + completed.id());
        Check check = check(Invariant.I2);
        assertThat(check.firstDrifts())
                .extracting(Drift::subject)
                .containsExactly(
                        "totals of campaign %d in the grid".formatted(matched.id()),
                        "totals of campaign %d in MySQL".formatted(matched.id()));
    }

    @Test
    void a_changed_capture_leaves_the_accounts_uneven() {
        product.plant(
                "UPDATE ledger SET amount = 2600, campaign_amount = 2600 WHERE kind = 'CAPTURED' AND donation_id = "
                        + completed.id());
        Check check = check(Invariant.I1);
        assertThat(check.firstDrifts()).anySatisfy(drift -> assertThat(drift.subject())
                .isEqualTo("account GATEWAY_CLEARING EUR in minor units"));
    }

    @Test
    void a_changed_totals_row_is_found() {
        product.plant("UPDATE campaign_totals SET captured = captured + 1 WHERE campaign_id = " + matched.id());
        Check check = check(Invariant.I2);
        assertThat(check.driftCount()).isEqualTo(1);
        assertThat(check.firstDrifts().getFirst().subject())
                .isEqualTo("totals of campaign %d in MySQL".formatted(matched.id()));
    }

    @Test
    void changed_totals_in_the_grid_are_found() {
        var totals = product.<Long, CampaignTotals>map(GridMaps.CAMPAIGN_TOTALS);
        CampaignTotals right = totals.get(matched.id());
        totals.putTransient(matched.id(), CampaignTotals.none(matched.id(), right.currency()), 0, TimeUnit.SECONDS);
        Check check = check(Invariant.I2);
        totals.putTransient(matched.id(), right, 0, TimeUnit.SECONDS);
        assertThat(check.firstDrifts().getFirst().subject())
                .isEqualTo("totals of campaign %d in the grid".formatted(matched.id()));
    }

    @Test
    void a_refund_above_the_capture_is_found() {
        product.plant(
                "UPDATE ledger SET amount = 1002, campaign_amount = 1002 WHERE kind = 'REFUNDED' AND donation_id = "
                        + halfRefunded.id());
        assertDrift(Invariant.I3, subject(halfRefunded) + " refunded", "<= 1001 captured", "1002");
    }

    @Test
    void a_match_that_stays_after_a_full_refund_is_found() {
        product.plant("DELETE FROM ledger WHERE kind = 'MATCH_REVERSED' AND donation_id = " + refunded.id());
        assertDrift(Invariant.I3, subject(refunded) + " match after a full refund", "0", "999");
    }

    @Test
    void matches_above_the_employees_cap_are_found() {
        product.plant("UPDATE match_programme SET cap_per_employee = 2000");
        assertDrift(
                Invariant.I4,
                "matches less reversals of employee:%d:%d".formatted(VerifiedProduct.PROGRAMME, ALICE),
                "0 .. 2000 minor units",
                "2500");
    }

    @Test
    void matches_above_the_programmes_budget_are_found() {
        product.plant("UPDATE match_programme SET budget = 3000");
        assertDrift(
                Invariant.I4,
                "matches less reversals of programme:%d:0".formatted(VerifiedProduct.PROGRAMME),
                "0 .. 3000 minor units",
                "3001");
    }

    @Test
    void an_allowance_of_which_the_grid_forgot_the_use_is_found() {
        var caps = product.<AllowanceKey, Allowance>map(GridMaps.MATCH_ALLOWANCES);
        AllowanceKey key = new AllowanceKey(AllowanceKey.Kind.EMPLOYEE, VerifiedProduct.PROGRAMME, ALICE);
        Allowance right = caps.get(key);
        caps.putTransient(key, Allowance.NONE, 0, TimeUnit.SECONDS);
        Check check = check(Invariant.I4);
        caps.putTransient(key, right, 0, TimeUnit.SECONDS);
        assertThat(check.firstDrifts()).containsExactly(new Drift("used of " + key + " in the grid", "2500", "0"));
    }

    @Test
    void a_payment_captured_twice_is_found() {
        long other = pending.id();
        product.plant("""
                INSERT INTO ledger SELECT id + 1000000, kind, %d, campaign_id, organization_id, donor_id, sequence, amount,
                    currency, campaign_amount, campaign_currency, exchange_rate, 'another guard', gateway, gateway_id,
                    related_id, actor_id, fingerprint, reason, method, anonymous, note, programme_id, programme_amount,
                    programme_currency, at
                FROM ledger WHERE kind = 'CAPTURED' AND donation_id = %d
                """.formatted(other, completed.id()));
        Check check = check(Invariant.I5);
        assertThat(check.driftCount()).isEqualTo(1);
        assertThat(check.firstDrifts().getFirst().subject()).contains("pay-" + completed.id(), Long.toString(other));
    }

    @Test
    void an_idempotency_key_used_twice_is_found() {
        product.plant("UPDATE ledger SET guard = 'key:14:again' WHERE kind = 'PLEDGED' AND donor_id = 14");
        assertThat(check(Invariant.I5).firstDrifts().getFirst().subject())
                .contains("key:14:again", Long.toString(pending.id()));
        assertThat(check(Invariant.I9).firstDrifts().getFirst().subject()).contains("key:14:again");
    }

    @Test
    void a_gap_in_a_donations_entries_is_found() {
        product.plant("DELETE FROM ledger WHERE sequence = 1 AND donation_id = " + halfRefunded.id());
        Check check = check(Invariant.I7);
        assertThat(check.firstDrifts()).anySatisfy(drift -> assertThat(drift.toString())
                .startsWith("entry ")
                .endsWith(subject(halfRefunded) + " sequence: 2 (expected: 1)"));
    }

    @Test
    void a_row_in_another_state_than_the_ledgers_is_found() {
        product.plant("UPDATE donation SET status = 'FAILED' WHERE id = " + completed.id());
        assertThat(check(Invariant.I7).firstDrifts().getFirst().toString())
                .startsWith(subject(completed) + " in MySQL: FAILED");
    }

    @Test
    void a_donation_in_the_grid_in_another_state_than_the_ledgers_is_found() {
        var donations = product.<DonationKey, Donation>map(GridMaps.DONATIONS);
        DonationKey key = DonationKey.of(refunded);
        Donation right = donations.get(key);
        donations.putTransient(key, completed(right), 0, TimeUnit.SECONDS);
        Check check = check(Invariant.I7);
        donations.putTransient(key, right, 0, TimeUnit.SECONDS);
        assertThat(check.firstDrifts().getFirst().toString()).startsWith(subject(refunded) + " in the grid: COMPLETED");
    }

    /** As it was before its refund. */
    private static Donation completed(Donation donation) {
        return Donation.fold(product.entries(donation.id()).subList(0, 3));
    }

    @Test
    void a_donation_that_never_reached_its_table_is_found() {
        product.plant("DELETE FROM donation WHERE id = " + inDollars.id());
        assertDrift(Invariant.I8, subject(inDollars), "sequence 1 counted through 1", "no row in MySQL");
    }

    @Test
    void a_donation_nobody_counted_is_found() {
        product.plant("UPDATE donation SET counted_through = 0 WHERE id = " + completed.id());
        assertDrift(Invariant.I8, subject(completed), "sequence 2 counted through 2", "sequence 2 counted through 0");
    }

    @Test
    void a_donation_without_ledger_is_found() {
        product.plant("DELETE FROM ledger WHERE donation_id = " + pending.id());
        assertDrift(Invariant.I8, subject(pending) + " in MySQL", "entries in the ledger", "none");
    }

    @Test
    void an_acknowledged_donation_that_is_nowhere_is_found(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("acknowledged"), "%s\n%d-4711\n".formatted(DonationKey.of(completed), matched.id()));
        Check check = product.verify(AT_ONCE.withAcknowledged(file)).of(Invariant.I9);
        assertThat(check.firstDrifts())
                .containsExactly(
                        new Drift("pledges of acknowledged donation %d-4711".formatted(matched.id()), "1", "0"));
    }

    @Test
    void a_rate_that_changed_after_the_pledge_is_found() {
        product.plant(
                "UPDATE ledger SET exchange_rate = 0.9 WHERE kind = 'CAPTURED' AND donation_id = " + inDollars.id());
        assertThat(check(Invariant.I10).firstDrifts().getFirst().toString())
                .endsWith(subject(inDollars) + " rate: 0.900000000000 (expected: 0.913700000000 as pledged)");
    }

    @Test
    void a_rate_other_than_one_within_a_currency_is_found() {
        product.plant(
                "UPDATE ledger SET exchange_rate = 2 WHERE kind = 'CAPTURED' AND donation_id = " + completed.id());
        assertThat(check(Invariant.I10).firstDrifts().getFirst().toString())
                .endsWith(subject(completed) + " rate: 2.000000000000 (expected: 1 within EUR)");
    }

    @Test
    void a_row_older_than_the_grid_is_found() {
        product.plant("UPDATE donation SET version = version - 1 WHERE id = " + completed.id());
        product.plant("UPDATE campaign SET status = 'PAUSED' WHERE id = " + matched.id());
        assertThat(check(Invariant.I15).firstDrifts())
                .extracting(Drift::subject)
                .contains(
                        subject(completed) + " in MySQL as in the grid",
                        "campaign %d in MySQL as in the grid".formatted(matched.id()),
                        "count and checksum of all donations in MySQL as in the grid",
                        "count and checksum of all campaigns in MySQL as in the grid");
    }

    @Test
    void unsaved_changes_are_found_and_make_the_system_not_quiet() {
        var totals = product.<Long, CampaignTotals>map(GridMaps.CAMPAIGN_TOTALS);
        totals.set(matched.id(), totals.get(matched.id()));
        VerificationReport report = product.verify(AT_ONCE);
        product.flush();
        assertThat(report.unrest()).singleElement().asString().startsWith("1 changes not saved on member");
        assertThat(report.of(Invariant.I15).firstDrifts())
                .singleElement()
                .extracting(Drift::found)
                .isEqualTo("1");
    }
}
