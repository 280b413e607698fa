package org.csrgrid.mapstore.retention;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which rows of a table have been kept long enough. Names and condition are ours, never anybody's input.
 *
 * @param table not the ledger and not the audit trail, which nothing deletes from
 * @param ageColumn when a row began to age, in microseconds since 1970; rows without are kept
 * @param condition SQL that narrows the rows, or {@code "TRUE"}
 * @param age rows older than this go
 * @param batchSize rows deleted in one statement
 */
public record RetentionRule(
        String name, String table, String ageColumn, String condition, Duration age, int batchSize) {

    private static final Set<String> KEPT = Set.of("ledger", "campaign_totals", "donation");
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_]+");

    public RetentionRule {
        boolean plain = IDENTIFIER.matcher(table).matches()
                && IDENTIFIER.matcher(ageColumn).matches();
        if (!plain || KEPT.contains(table) || table.startsWith("audit")) {
            throw new IllegalArgumentException(
                    "table: \"%s\", by \"%s\" (expected: plain names, and neither money nor audit)"
                            .formatted(table, ageColumn));
        }
        if (!age.isPositive() || batchSize < 1) {
            throw new IllegalArgumentException(
                    "age: %s, batchSize: %d (expected: > 0 and >= 1)".formatted(age, batchSize));
        }
    }
}
