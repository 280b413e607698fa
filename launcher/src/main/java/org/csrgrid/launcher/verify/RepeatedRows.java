package org.csrgrid.launcher.verify;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Looks for what may be in the ledger only once, without trusting its UNIQUE keys. */
final class RepeatedRows {

    private static final String CAPTURES = """
            SELECT gateway, gateway_id, COUNT(*) AS times, GROUP_CONCAT(donation_id) AS donations FROM ledger
            WHERE kind IN ('CAPTURED', 'STRAY_CAPTURED')
            GROUP BY gateway, gateway_id HAVING COUNT(*) > 1 LIMIT 1000
            """;
    private static final String PLEDGES = """
            SELECT guard, COUNT(*) AS times, GROUP_CONCAT(donation_id) AS donations FROM ledger
            WHERE kind = 'PLEDGED' GROUP BY guard HAVING COUNT(*) > 1 LIMIT 1000
            """;
    private static final String GUARDS = """
            SELECT guard, COUNT(*) AS times, GROUP_CONCAT(id) AS entries FROM ledger
            GROUP BY guard HAVING COUNT(*) > 1 LIMIT 1000
            """;
    private static final int SECONDS = 300;

    private final Handle snapshot;
    private final Findings findings;

    RepeatedRows(Handle snapshot, Findings findings) {
        this.snapshot = snapshot;
        this.findings = findings;
    }

    void check() {
        long rows = snapshot.createQuery("SELECT COUNT(*) FROM ledger")
                .mapTo(Long.class)
                .one();
        findings.looked(Invariant.I5, rows);
        findings.looked(Invariant.I9, rows);
        for (Map<String, Object> row : rows(CAPTURES)) {
            String subject = "captures of payment %s at %s by donations %s"
                    .formatted(row.get("gateway_id"), row.get("gateway"), row.get("donations"));
            findings.drift(Invariant.I5, subject, 1, row.get("times"));
        }
        for (Map<String, Object> row : rows(PLEDGES)) {
            String subject = "pledges under %s, donations %s".formatted(row.get("guard"), row.get("donations"));
            findings.drift(Invariant.I5, subject, 1, row.get("times"));
        }
        for (Map<String, Object> row : rows(GUARDS)) {
            String subject = "entries guarded by %s, ids %s".formatted(row.get("guard"), row.get("entries"));
            findings.drift(Invariant.I9, subject, 1, row.get("times"));
        }
    }

    private List<Map<String, Object>> rows(String query) {
        return snapshot.createQuery(query).setQueryTimeout(SECONDS).mapToMap().list();
    }
}
