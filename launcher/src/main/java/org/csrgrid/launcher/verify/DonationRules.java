package org.csrgrid.launcher.verify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * What grid and MySQL must say of one donation, given its rows of the ledger. Counts what it saw, so one instance serves a whole verification on one
 * thread.
 */
final class DonationRules {

    private final Findings findings;
    private final Books books;
    private final Checksum inGrid = new Checksum();
    private final Checksum inDatabase = new Checksum();

    DonationRules(Findings findings, Books books) {
        this.findings = findings;
        this.books = books;
    }

    /**
     * @param row the donation's row in MySQL, if there is one
     * @param live the donation in the grid, if it is there
     */
    void check(DonationLines donation, @Nullable StoredDonation row, @Nullable Donation live) {
        MoneyRules.check(donation, findings);
        fold(donation).ifPresent(fold -> {
            books.expect(fold);
            compareRow(donation, fold, row);
            compareLive(donation, fold, live);
        });
        compareWithEachOther(donation, row, live);
        lastEntry(donation, row);
    }

    private Optional<Donation> fold(DonationLines donation) {
        findings.looked(Invariant.I7, donation.lines().size());
        sequence(donation);
        belonging(donation);
        try {
            List<LedgerEntry> entries =
                    donation.lines().stream().map(LedgerLine::toEntry).toList();
            books.post(entries);
            return Optional.of(Donation.fold(entries));
        } catch (RuntimeException illegal) {
            findings.drift(Invariant.I7, donation.subject(), "legal transitions", illegal.getMessage());
            return Optional.empty();
        }
    }

    private void sequence(DonationLines donation) {
        int expected = 0;
        for (LedgerLine line : donation.lines()) {
            if (line.sequence() != expected) {
                findings.drift(
                        Invariant.I7,
                        "entry %d of %s sequence".formatted(line.id(), donation.subject()),
                        expected,
                        line.sequence());
                return;
            }
            expected++;
        }
    }

    private void belonging(DonationLines donation) {
        LedgerLine pledge = donation.lines().getFirst();
        for (LedgerLine line : donation.lines()) {
            boolean same = line.campaignId() == pledge.campaignId()
                    && line.donorId() == pledge.donorId()
                    && line.organizationId() == pledge.organizationId();
            if (!same) {
                findings.drift(
                        Invariant.I7,
                        "entry %d of %s".formatted(line.id(), donation.subject()),
                        belonging(pledge),
                        belonging(line));
            }
        }
    }

    private static String belonging(LedgerLine line) {
        return "campaign %d donor %d organization %d"
                .formatted(line.campaignId(), line.donorId(), line.organizationId());
    }

    private void compareRow(DonationLines donation, Donation fold, @Nullable StoredDonation row) {
        if (row != null) {
            findings.compare(
                    Invariant.I7, donation.subject() + " in MySQL", standing(StoredDonation.of(fold)), standing(row));
        }
    }

    private void compareLive(DonationLines donation, Donation fold, @Nullable Donation live) {
        String subject = donation.subject() + " in the grid";
        if (live == null) {
            findings.drift(Invariant.I7, subject, standing(StoredDonation.of(fold)), "nothing");
            return;
        }
        findings.compare(Invariant.I7, subject, standing(StoredDonation.of(fold)), standing(StoredDonation.of(live)));
        findings.compare(
                Invariant.I7,
                subject + " sequence",
                fold.progress().sequence(),
                live.progress().sequence());
        if (!Objects.equals(fold.match(), live.match())) {
            findings.drift(Invariant.I7, subject + " match", fold.match(), live.match());
        }
    }

    /** The ledger knows nothing of what a gateway says before it moves money, so all open states are one here. */
    private static String standing(StoredDonation donation) {
        boolean open = DonationStatus.PENDING.name().equals(donation.status())
                || DonationStatus.REQUIRES_ACTION.name().equals(donation.status())
                || DonationStatus.PROCESSING.name().equals(donation.status());
        return "%s refunded %d of the campaign %d stray %s"
                .formatted(
                        open ? "open" : donation.status(),
                        donation.refunded(),
                        donation.campaignRefunded(),
                        donation.stray());
    }

    private void compareWithEachOther(DonationLines donation, @Nullable StoredDonation row, @Nullable Donation live) {
        findings.looked(Invariant.I15, 1);
        if (row != null) {
            row.addTo(inDatabase);
        }
        if (live != null) {
            StoredDonation.of(live).addTo(inGrid);
        }
        if (row != null && live != null) {
            findings.compare(
                    Invariant.I15, donation.subject() + " in MySQL as in the grid", StoredDonation.of(live), row);
        }
    }

    private void lastEntry(DonationLines donation, @Nullable StoredDonation row) {
        findings.looked(Invariant.I8, 1);
        String expected = "sequence %1$d counted through %1$d".formatted(donation.lastSequence());
        String found = row == null
                ? "no row in MySQL"
                : "sequence %d counted through %d".formatted(row.sequence(), row.countedThrough());
        findings.compare(Invariant.I8, donation.subject(), expected, found);
    }

    /** The donations' count and checksum in the grid, then in MySQL. */
    List<Checksum> checksums() {
        return List.of(inGrid, inDatabase);
    }
}
