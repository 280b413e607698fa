package org.csrgrid.launcher.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.csrgrid.grid.donation.DonationKey;
import org.jdbi.v3.core.Handle;

/** Checks that each donation somebody was told of has exactly one pledge. */
final class AcknowledgedDonations {

    private static final int BATCH = 500;

    private final Handle snapshot;
    private final Findings findings;

    AcknowledgedDonations(Handle snapshot, Findings findings) {
        this.snapshot = snapshot;
        this.findings = findings;
    }

    /**
     * @param file one public id per line; one that comes twice was acknowledged twice, as a repeated request is
     * @throws CannotVerifyException if the file cannot be read
     */
    void check(Path file) {
        Set<DonationKey> batch = new LinkedHashSet<>();
        long read = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                read++;
                if (!text.isBlank()) {
                    batch.add(key(file, read, text.strip()));
                }
                if (batch.size() == BATCH) {
                    check(batch);
                    batch.clear();
                }
            }
        } catch (IOException unreadable) {
            throw new CannotVerifyException(
                    "%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
        check(batch);
        findings.remark(Invariant.I9, read + " acknowledgements");
    }

    private static DonationKey key(Path file, long line, String text) {
        return DonationKey.parse(text)
                .orElseThrow(() -> new CannotVerifyException(
                        "%s line %d: \"%s\" (expected: a donation's public id)".formatted(file, line, text)));
    }

    private void check(Set<DonationKey> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<Long> ids = batch.stream().map(DonationKey::donationId).toList();
        Map<DonationKey, Long> pledges = snapshot.createQuery("""
                        SELECT campaign_id, donation_id FROM ledger
                        WHERE donation_id IN (<ids>) AND kind = 'PLEDGED'
                        """)
                .bindList("ids", ids)
                .map((row, _) -> new DonationKey(row.getLong("campaign_id"), row.getLong("donation_id")))
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        findings.looked(Invariant.I9, batch.size());
        for (DonationKey key : batch) {
            findings.compare(
                    Invariant.I9, "pledges of acknowledged donation " + key, 1L, pledges.getOrDefault(key, 0L));
        }
    }
}
