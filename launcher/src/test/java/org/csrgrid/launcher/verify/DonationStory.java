package org.csrgrid.launcher.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.money.Money;

/** A donation that grows entry by entry, with the rows its entries leave behind. */
final class DonationStory {

    private static final AtomicLong IDS = new AtomicLong(100);

    private final List<LedgerEntry> entries = new ArrayList<>();
    private Donation donation;

    private DonationStory(LedgerEntry pledge) {
        entries.add(pledge);
        donation = Donation.pledged(pledge);
    }

    static DonationStory pledged(long campaignId, long donor, Money amount) {
        return new DonationStory(new Pledges(IDS::incrementAndGet).pledge(campaignId, donor, amount));
    }

    static DonationStory captured(long campaignId, long donor, Money amount) {
        return pledged(campaignId, donor, amount).then(LedgerKind.CAPTURED, draft -> draft.at("test", "pay"));
    }

    DonationStory then(LedgerKind kind, UnaryOperator<EntryDraft.Of> details) {
        EntryDraft draft = new EntryDraft(donation, IDS.incrementAndGet(), Instant.now());
        LedgerEntry entry = details.apply(draft.of(kind)).build();
        entries.add(entry);
        donation = donation.apply(entry);
        return this;
    }

    DonationStory matched(long euroCents) {
        return match(LedgerKind.MATCH_POSTED, euroCents);
    }

    DonationStory reversed(long euroCents) {
        return match(LedgerKind.MATCH_REVERSED, euroCents);
    }

    private DonationStory match(LedgerKind kind, long euroCents) {
        Money amount = Money.of(euroCents, "EUR");
        return then(kind, draft -> draft.amount(amount, amount)
                .matching(new MatchDetails(VerifiedProduct.PROGRAMME, amount)));
    }

    DonationStory refunded(long minorUnits) {
        Money amount = donation.amount().withMinorUnits(minorUnits);
        Money ofCampaign = donation.campaignShareOf(amount);
        return then(
                LedgerKind.REFUNDED, draft -> draft.amount(amount, ofCampaign).at("test", "ref-" + minorUnits));
    }

    Donation donation() {
        return donation.settled(Instant.now());
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    DonationLines lines() {
        return new DonationLines(entries.stream().map(DonationStory::line).toList());
    }

    private static LedgerLine line(LedgerEntry entry) {
        return new LedgerLine(
                entry.id(),
                entry.kind(),
                entry.donationId(),
                entry.campaignId(),
                entry.organizationId(),
                entry.donorId(),
                entry.sequence(),
                entry.amount(),
                entry.campaignAmount(),
                entry.exchangeRate(),
                entry.guard(),
                entry.gateway(),
                entry.gatewayId(),
                entry.relatedId(),
                entry.actorId(),
                entry.fingerprint(),
                entry.reason(),
                entry.pledge(),
                entry.match(),
                entry.at());
    }
}
