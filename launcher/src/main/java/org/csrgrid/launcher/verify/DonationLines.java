package org.csrgrid.launcher.verify;

import java.util.List;
import java.util.Set;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.grid.donation.DonationKey;

/** A donation's rows of the ledger in sequence order; at least one. */
record DonationLines(List<LedgerLine> lines) {

    DonationLines {
        lines = List.copyOf(lines);
    }

    DonationKey key() {
        LedgerLine first = lines.getFirst();
        return new DonationKey(first.campaignId(), first.donationId());
    }

    long id() {
        return lines.getFirst().donationId();
    }

    int lastSequence() {
        return lines.getLast().sequence();
    }

    String subject() {
        return "donation " + key();
    }

    /** Sum of the amounts of some kinds, in minor units of the donor's currency. */
    long amount(Set<LedgerKind> kinds) {
        return lines.stream()
                .filter(line -> kinds.contains(line.kind()))
                .mapToLong(line -> line.amount().minorUnits())
                .reduce(0, Math::addExact);
    }

    /** The same in the campaign's currency. */
    long campaignAmount(Set<LedgerKind> kinds) {
        return lines.stream()
                .filter(line -> kinds.contains(line.kind()))
                .mapToLong(line -> line.campaignAmount().minorUnits())
                .reduce(0, Math::addExact);
    }

    /** The same in the matching programme's currency; for kinds that match. */
    long programmeAmount(Set<LedgerKind> kinds) {
        return lines.stream()
                .filter(line -> kinds.contains(line.kind()) && line.match() != null)
                .mapToLong(line -> line.match().programmeAmount().minorUnits())
                .reduce(0, Math::addExact);
    }
}
