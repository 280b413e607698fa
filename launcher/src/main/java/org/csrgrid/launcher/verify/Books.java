package org.csrgrid.launcher.verify;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.csrgrid.domain.donation.Dispute;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.MatchPosition;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.donation.StrayPayment;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.Posting;
import org.csrgrid.domain.ledger.Posting.Account;
import org.csrgrid.domain.money.Money;

/**
 * The balances of all accounts, once as the ledger's postings give them and once as the donations say they should be. Used by one thread.
 */
final class Books {

    private final Map<Column, Long> posted = new HashMap<>();
    private final Map<Column, Long> expected = new HashMap<>();
    private long entries;

    private record Column(Account account, Currency currency) {

        @Override
        public String toString() {
            return account + " " + currency.getCurrencyCode();
        }
    }

    void post(List<LedgerEntry> donation) {
        entries += donation.size();
        for (LedgerEntry entry : donation) {
            for (Posting posting : Posting.of(entry)) {
                add(posted, posting.account(), posting.signedAmount(), 1);
            }
        }
    }

    /** Adds what a donation in this state has on each account. */
    void expect(Donation donation) {
        if (donation.status().isOpen()) {
            transfer(Account.PLEDGES_RECEIVABLE, Account.PLEDGES_OPEN, donation.amount());
        }
        if (donation.completedAt() != null) {
            expectCaptured(donation);
        }
        if (donation.stray() == StrayPayment.CAPTURED) {
            transfer(Account.GATEWAY_CLEARING, Account.STRAY_FUNDS, donation.amount());
        }
        for (Refund refund : donation.refunds()) {
            if (refund.status() == Refund.Status.PENDING) {
                transfer(Account.REFUNDS_RESERVED, Account.REFUNDS_CONTRA, refund.amount());
            }
        }
        Dispute dispute = donation.dispute();
        if (dispute != null && dispute.status() == Dispute.Status.OPEN) {
            transfer(Account.DISPUTES_AT_RISK, Account.DISPUTES_CONTRA, dispute.amount());
        }
        MatchPosition match = donation.match();
        if (match != null) {
            transfer(
                    Account.COMPANY_MATCH,
                    Account.CAMPAIGN_FUNDS,
                    match.posted().minus(match.reversed()));
        }
    }

    private void expectCaptured(Donation donation) {
        Money kept = donation.amount().minus(donation.refunded());
        Money keptByCampaign = donation.campaignAmount().minus(donation.campaignRefunded());
        if (kept.currency().equals(keptByCampaign.currency())) {
            transfer(Account.GATEWAY_CLEARING, Account.CAMPAIGN_FUNDS, kept);
        } else {
            transfer(Account.GATEWAY_CLEARING, Account.EXCHANGE, kept);
            transfer(Account.EXCHANGE, Account.CAMPAIGN_FUNDS, keptByCampaign);
        }
    }

    private void transfer(Account debit, Account credit, Money amount) {
        add(expected, debit, amount, 1);
        add(expected, credit, amount, -1);
    }

    private static void add(Map<Column, Long> balances, Account account, Money amount, int sign) {
        balances.merge(new Column(account, amount.currency()), sign * amount.minorUnits(), Math::addExact);
    }

    void check(Findings findings) {
        findings.looked(Invariant.I1, entries);
        Map<String, Long> sums = new TreeMap<>();
        posted.forEach((column, balance) -> sums.merge(column.currency().getCurrencyCode(), balance, Math::addExact));
        sums.forEach((currency, sum) -> findings.compare(Invariant.I1, "sum of all postings in " + currency, 0L, sum));
        Map<String, Column> columns = new TreeMap<>();
        posted.keySet().forEach(column -> columns.put(column.toString(), column));
        expected.keySet().forEach(column -> columns.put(column.toString(), column));
        columns.forEach((name, column) -> findings.compare(
                Invariant.I1,
                "account " + name + " in minor units",
                expected.getOrDefault(column, 0L),
                posted.getOrDefault(column, 0L)));
    }
}
