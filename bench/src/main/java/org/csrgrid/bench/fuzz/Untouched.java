package org.csrgrid.bench.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csrgrid.mapstore.database.Database;

/** Fingerprints of the rows somebody must not change. */
final class Untouched {

    private static final List<String> ALL = List.of(
            "app_user", "organization", "exchange_rate", "match_programme", "job_channel", "campaign", "campaign_totals",
            "donation", "ledger", "creation", "payment_event");

    private final Database database;

    Untouched(Database database) {
        this.database = database;
    }

    /** What nobody may change without signing in: everything but log-ins. */
    Map<String, String> forNobody() {
        return fingerprints(ALL.stream().collect(Collectors.toMap(table -> table, _ -> "TRUE")));
    }

    /** What somebody without any role but that of a donor may not change: what is not his or hers. */
    Map<String, String> forDonor(long donor) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String table : List.of(
                "app_user", "organization", "exchange_rate", "match_programme", "job_channel", "payment_event")) {
            rows.put(table, "TRUE");
        }
        rows.put("campaign", "organizer_id <> " + donor);
        rows.put("donation", "donor_id <> " + donor);
        rows.put("ledger", "donor_id <> " + donor);
        rows.put("creation", "user_id <> " + donor);
        return fingerprints(rows);
    }

    private Map<String, String> fingerprints(Map<String, String> conditions) {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        conditions.forEach((table, condition) -> fingerprints.put(table, fingerprint(table, condition)));
        return fingerprints;
    }

    private String fingerprint(String table, String condition) {
        String columns = database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = :table ORDER BY ordinal_position")
                .bind("table", table)
                .mapTo(String.class)
                .collect(Collectors.joining(", ")));
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT CONCAT(COUNT(*), ' rows, ', COALESCE(SUM(CRC32(CONCAT_WS('|', " + columns
                        + "))), 0)) FROM " + table + " WHERE " + condition)
                .mapTo(String.class)
                .one());
    }
}
