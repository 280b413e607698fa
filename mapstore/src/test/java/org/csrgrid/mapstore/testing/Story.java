package org.csrgrid.mapstore.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.money.Money;

/** One donation's ledger entries, told step by step; each step applies the entry and comes a second after the last. */
public final class Story {
    public static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");

    private static final AtomicLong IDS = new AtomicLong(1_000);

    private final List<LedgerEntry> entries = new ArrayList<>();
    private Donation donation;
    private Instant now = START;

    private Story(LedgerEntry pledge) {
        entries.add(pledge);
        donation = Donation.pledged(pledge);
    }

    public static long nextId() {
        return IDS.incrementAndGet();
    }

    /** 50.00 EUR by card for a campaign in EUR. */
    public static Story pledge(long campaignId, long donorId) {
        return pledge(campaignId, donorId, Money.of(5_000, "EUR"), Money.of(5_000, "EUR"), BigDecimal.ONE);
    }

    public static Story pledge(long campaignId, long donorId, Money amount, Money campaignAmount, BigDecimal rate) {
        long id = nextId();
        return new Story(new LedgerEntry(
                id,
                LedgerKind.PLEDGED,
                nextId(),
                campaignId,
                7,
                donorId,
                0,
                amount,
                campaignAmount,
                rate,
                LedgerEntry.idempotencyGuard(donorId, "key-" + id),
                null,
                null,
                0,
                donorId,
                "ab".repeat(32),
                null,
                new PledgeDetails(PaymentMethod.CARD, true, "voor de kinderen ❤"),
                null,
                START));
    }

    public Story capture() {
        return then(LedgerKind.CAPTURED, entry -> entry.at("sandbox", "pay-" + donation.id()));
    }

    public Story requestRefund(long minorUnits) {
        Money amount = donation.amount().withMinorUnits(minorUnits);
        return then(LedgerKind.REFUND_REQUESTED, entry -> entry.amount(amount, donation.campaignShareOf(amount))
                .because("changed my mind"));
    }

    public Story refund(long minorUnits) {
        Money amount = donation.amount().withMinorUnits(minorUnits);
        return then(LedgerKind.REFUNDED, entry -> entry.amount(amount, donation.campaignShareOf(amount))
                .at("sandbox", "refund-" + entries.size()));
    }

    public Story match(long programmeId, long campaignMinorUnits, Money programmeAmount) {
        Money amount = donation.campaignAmount().withMinorUnits(campaignMinorUnits);
        LedgerKind kind = donation.match() == null ? LedgerKind.MATCH_POSTED : LedgerKind.MATCH_REVERSED;
        return then(
                kind, entry -> entry.amount(amount, amount).matching(new MatchDetails(programmeId, programmeAmount)));
    }

    public Story then(LedgerKind kind, UnaryOperator<EntryDraft.Of> details) {
        now = now.plus(Duration.ofSeconds(1));
        LedgerEntry entry =
                details.apply(new EntryDraft(donation, nextId(), now).of(kind)).build();
        entries.add(entry);
        donation = donation.apply(entry);
        return this;
    }

    /** Everything so far is counted in the totals. */
    public Story settled() {
        donation = donation.settled(now);
        return this;
    }

    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    public LedgerEntry last() {
        return entries.getLast();
    }

    public Donation donation() {
        return donation;
    }
}
