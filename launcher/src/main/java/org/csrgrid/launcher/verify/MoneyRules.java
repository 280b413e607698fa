package org.csrgrid.launcher.verify;

import static org.csrgrid.domain.ledger.LedgerKind.CAPTURED;
import static org.csrgrid.domain.ledger.LedgerKind.DISPUTE_LOST;
import static org.csrgrid.domain.ledger.LedgerKind.MATCH_POSTED;
import static org.csrgrid.domain.ledger.LedgerKind.MATCH_REVERSED;
import static org.csrgrid.domain.ledger.LedgerKind.REFUNDED;

import java.math.BigDecimal;
import java.util.Set;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.money.Money;

/** What the amounts within one donation must satisfy, read from the bare rows. */
final class MoneyRules {

    private static final Set<LedgerKind> CAPTURES = Set.of(CAPTURED);
    private static final Set<LedgerKind> RETURNS = Set.of(REFUNDED, DISPUTE_LOST);
    private static final Set<LedgerKind> MATCHES = Set.of(MATCH_POSTED);
    private static final Set<LedgerKind> REVERSALS = Set.of(MATCH_REVERSED);

    private MoneyRules() {}

    static void check(DonationLines donation, Findings findings) {
        refunds(donation, findings);
        rates(donation, findings);
    }

    private static void refunds(DonationLines donation, Findings findings) {
        findings.looked(Invariant.I3, 1);
        long captured = donation.amount(CAPTURES);
        long refunded = donation.amount(RETURNS);
        if (refunded > captured) {
            findings.drift(Invariant.I3, donation.subject() + " refunded", "<= " + captured + " captured", refunded);
        }
        long matched = donation.campaignAmount(MATCHES) - donation.campaignAmount(REVERSALS);
        long programmeMatched = donation.programmeAmount(MATCHES) - donation.programmeAmount(REVERSALS);
        if (matched < 0 || programmeMatched < 0) {
            findings.drift(
                    Invariant.I3,
                    donation.subject() + " match less reversals",
                    ">= 0",
                    matched + ", " + programmeMatched);
        }
        if (captured > 0 && captured == refunded) {
            findings.compare(
                    Invariant.I3,
                    donation.subject() + " refunded from the campaign",
                    donation.campaignAmount(CAPTURES),
                    donation.campaignAmount(RETURNS));
            findings.compare(Invariant.I3, donation.subject() + " match after a full refund", 0L, matched);
            findings.compare(
                    Invariant.I3, donation.subject() + " programme match after a full refund", 0L, programmeMatched);
        }
    }

    private static void rates(DonationLines donation, Findings findings) {
        LedgerLine pledge = donation.lines().getFirst();
        findings.looked(Invariant.I10, donation.lines().size());
        for (LedgerLine line : donation.lines()) {
            String subject = "entry %d of %s".formatted(line.id(), donation.subject());
            findings.compare(
                    Invariant.I10,
                    subject + " campaign currency",
                    pledge.campaignAmount().currencyCode(),
                    line.campaignAmount().currencyCode());
            if (line.amount().currency().equals(line.campaignAmount().currency())) {
                sameCurrency(line, subject, findings);
            } else {
                frozen(line, pledge, subject, findings);
            }
        }
        converted(pledge, "entry %d of %s".formatted(pledge.id(), donation.subject()), findings);
    }

    private static void sameCurrency(LedgerLine line, String subject, Findings findings) {
        if (line.exchangeRate().compareTo(BigDecimal.ONE) != 0) {
            findings.drift(
                    Invariant.I10,
                    subject + " rate",
                    "1 within " + line.amount().currencyCode(),
                    line.exchangeRate().toPlainString());
        }
        findings.compare(Invariant.I10, subject + " campaign amount", line.amount(), line.campaignAmount());
    }

    private static void frozen(LedgerLine line, LedgerLine pledge, String subject, Findings findings) {
        findings.compare(
                Invariant.I10,
                subject + " currency",
                pledge.amount().currencyCode(),
                line.amount().currencyCode());
        if (line.exchangeRate().compareTo(pledge.exchangeRate()) != 0) {
            findings.drift(
                    Invariant.I10,
                    subject + " rate",
                    pledge.exchangeRate().toPlainString() + " as pledged",
                    line.exchangeRate().toPlainString());
        }
    }

    private static void converted(LedgerLine pledge, String subject, Findings findings) {
        if (pledge.exchangeRate().signum() <= 0
                || pledge.amount().currency().equals(pledge.campaignAmount().currency())) {
            return;
        }
        Money expected = new ExchangeRate(
                        pledge.amount().currency(), pledge.campaignAmount().currency(), pledge.exchangeRate())
                .convert(pledge.amount());
        findings.compare(Invariant.I10, subject + " campaign amount", expected, pledge.campaignAmount());
    }
}
