package org.csrgrid.domain.donation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.Samples;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.match.MatchRules;
import org.csrgrid.domain.money.Money;

/** One donation and its ledger, driven forward entry by entry. */
public final class DonationLife {

    private final List<LedgerEntry> entries = new ArrayList<>();
    private Donation donation;

    private DonationLife(LedgerEntry pledge) {
        entries.add(pledge);
        donation = Donation.pledged(pledge);
    }

    public static DonationLife of(LedgerEntry pledge) {
        return new DonationLife(pledge);
    }

    /** A pledge of that many euro cents. */
    public static DonationLife pledged(long cents) {
        return new DonationLife(Samples.pledge(Samples.euros(cents)));
    }

    public static DonationLife captured(long cents) {
        return pledged(cents).capture();
    }

    public Donation donation() {
        return donation;
    }

    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    public LedgerEntry last() {
        return entries.getLast();
    }

    public EntryDraft draft() {
        long number = entries.size();
        return new EntryDraft(donation, 1_000 + number, Samples.NOW.plusSeconds(number));
    }

    public DonationLife append(LedgerEntry entry) {
        donation = donation.apply(entry);
        entries.add(entry);
        return this;
    }

    public DonationLife withPayment(PaymentReference reference, DonationStatus status, Instant at) {
        donation = donation.withPayment(reference, status, at);
        return this;
    }

    public DonationLife capture() {
        return append(draft().of(LedgerKind.CAPTURED).at("sandbox", "payment-1").build());
    }

    public DonationLife append(LedgerKind kind) {
        return append(entry(kind));
    }

    /** The next entry of that kind over the whole amount, whether or not it may follow. */
    public LedgerEntry entry(LedgerKind kind) {
        EntryDraft.Of entry = draft().of(kind);
        if (kind == LedgerKind.DISPUTED) {
            entry.at("sandbox", "dispute-1");
        }
        boolean matching = kind == LedgerKind.MATCH_POSTED || kind == LedgerKind.MATCH_REVERSED;
        return (matching ? entry.matching(new MatchDetails(9, donation.campaignAmount())) : entry).build();
    }

    public DonationLife requestRefund(Money amount) {
        return append(draft().of(LedgerKind.REFUND_REQUESTED)
                .amount(amount, donation.campaignShareOf(amount))
                .because("changed my mind")
                .build());
    }

    public DonationLife refund(Money amount) {
        return refund(amount, 0);
    }

    public DonationLife refund(Money amount, long requestId) {
        return append(draft().of(LedgerKind.REFUNDED)
                .amount(amount, donation.campaignShareOf(amount))
                .at("sandbox", "refund-" + entries.size())
                .answering(requestId)
                .build());
    }

    public DonationLife postMatch(Money amount, Money programmeAmount) {
        return append(draft().of(LedgerKind.MATCH_POSTED)
                .amount(amount, amount)
                .matching(new MatchDetails(9, programmeAmount))
                .build());
    }

    /** Takes back what the rules say is due, if anything. */
    public DonationLife reverseMatch() {
        MatchRules.reversalDue(donation)
                .ifPresent(due -> append(draft().of(LedgerKind.MATCH_REVERSED)
                        .amount(due.amount(), due.amount())
                        .matching(new MatchDetails(9, due.programmeAmount()))
                        .build()));
        return this;
    }
}
