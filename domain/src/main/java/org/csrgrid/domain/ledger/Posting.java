package org.csrgrid.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.money.Money;

/**
 * One side of a double entry: a debit (positive) or credit (negative) on an account. An entry's postings sum to zero in every currency; where it
 * crosses currencies the exchange account carries the difference in each.
 */
public record Posting(Account account, Money signedAmount) {

    /** The chart of accounts, as small as the money's way through the platform. */
    public enum Account {
        PLEDGES_RECEIVABLE,
        PLEDGES_OPEN,
        GATEWAY_CLEARING,
        CAMPAIGN_FUNDS,
        STRAY_FUNDS,
        REFUNDS_RESERVED,
        REFUNDS_CONTRA,
        DISPUTES_AT_RISK,
        DISPUTES_CONTRA,
        COMPANY_MATCH,
        EXCHANGE
    }

    /** The double entry a ledger entry stands for; empty when its amount is zero. */
    public static List<Posting> of(LedgerEntry entry) {
        return switch (entry.kind()) {
            case PLEDGED -> transfer(entry, Account.PLEDGES_RECEIVABLE, Account.PLEDGES_OPEN);
            case PAYMENT_FAILED, CANCELLED -> transfer(entry, Account.PLEDGES_OPEN, Account.PLEDGES_RECEIVABLE);
            case CAPTURED -> {
                var postings = new ArrayList<>(exchange(entry, Account.GATEWAY_CLEARING, Account.CAMPAIGN_FUNDS));
                postings.addAll(transfer(entry, Account.PLEDGES_OPEN, Account.PLEDGES_RECEIVABLE));
                yield postings;
            }
            case STRAY_CAPTURED -> transfer(entry, Account.GATEWAY_CLEARING, Account.STRAY_FUNDS);
            case STRAY_REFUNDED -> transfer(entry, Account.STRAY_FUNDS, Account.GATEWAY_CLEARING);
            case REFUND_REQUESTED -> transfer(entry, Account.REFUNDS_RESERVED, Account.REFUNDS_CONTRA);
            case REFUND_FAILED -> transfer(entry, Account.REFUNDS_CONTRA, Account.REFUNDS_RESERVED);
            case REFUNDED -> {
                var postings = new ArrayList<>(returned(entry));
                if (entry.relatedId() != 0) {
                    postings.addAll(transfer(entry, Account.REFUNDS_CONTRA, Account.REFUNDS_RESERVED));
                }
                yield postings;
            }
            case DISPUTED -> transfer(entry, Account.DISPUTES_AT_RISK, Account.DISPUTES_CONTRA);
            case DISPUTE_WON -> transfer(entry, Account.DISPUTES_CONTRA, Account.DISPUTES_AT_RISK);
            case DISPUTE_LOST -> {
                var postings = new ArrayList<>(returned(entry));
                postings.addAll(transfer(entry, Account.DISPUTES_CONTRA, Account.DISPUTES_AT_RISK));
                yield postings;
            }
            case MATCH_POSTED -> pair(Account.COMPANY_MATCH, Account.CAMPAIGN_FUNDS, entry.campaignAmount());
            case MATCH_REVERSED -> pair(Account.CAMPAIGN_FUNDS, Account.COMPANY_MATCH, entry.campaignAmount());
        };
    }

    private static List<Posting> transfer(LedgerEntry entry, Account debit, Account credit) {
        return pair(debit, credit, entry.amount());
    }

    private static List<Posting> exchange(LedgerEntry entry, Account debit, Account credit) {
        if (entry.amount().currency().equals(entry.campaignAmount().currency())) {
            return pair(debit, credit, entry.amount());
        }
        var postings = new ArrayList<>(pair(debit, Account.EXCHANGE, entry.amount()));
        postings.addAll(pair(Account.EXCHANGE, credit, entry.campaignAmount()));
        return postings;
    }

    private static List<Posting> returned(LedgerEntry entry) {
        if (entry.amount().currency().equals(entry.campaignAmount().currency())) {
            return pair(Account.CAMPAIGN_FUNDS, Account.GATEWAY_CLEARING, entry.amount());
        }
        var postings = new ArrayList<>(pair(Account.CAMPAIGN_FUNDS, Account.EXCHANGE, entry.campaignAmount()));
        postings.addAll(pair(Account.EXCHANGE, Account.GATEWAY_CLEARING, entry.amount()));
        return postings;
    }

    private static List<Posting> pair(Account debit, Account credit, Money amount) {
        if (amount.isZero()) {
            return List.of();
        }
        return List.of(
                new Posting(debit, amount),
                new Posting(credit, amount.withMinorUnits(Math.negateExact(amount.minorUnits()))));
    }
}
