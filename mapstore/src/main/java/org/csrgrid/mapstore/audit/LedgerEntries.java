package org.csrgrid.mapstore.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditOutcome;
import org.csrgrid.domain.audit.CanonicalJson;
import org.csrgrid.domain.audit.Sha256;
import org.csrgrid.mapstore.table.ColumnValues;
import org.jspecify.annotations.Nullable;

/**
 * What the trail says of a row of the ledger. The row's columns are taken as they are, so that also a row no rule would allow has its hash. What people
 * wrote, note and reason, is not hashed: it must be possible to make it unreadable.
 */
final class LedgerEntries {

    /** Part of every hash there is: nothing may be added, renamed or left out. */
    private static final List<String> HASHED = List.of(
            "id",
            "kind",
            "donation_id",
            "campaign_id",
            "organization_id",
            "donor_id",
            "sequence",
            "amount",
            "currency",
            "campaign_amount",
            "campaign_currency",
            "exchange_rate",
            "guard",
            "gateway",
            "gateway_id",
            "related_id",
            "actor_id",
            "fingerprint",
            "method",
            "programme_id",
            "programme_amount",
            "programme_currency",
            "at");

    /** A flag, which drivers write in different ways. */
    private static final String ANONYMOUS = "anonymous";

    private LedgerEntries() {}

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                ColumnValues.instant(row, "at"),
                row.getLong("actor_id"),
                LedgerActions.of(row.getString("kind")),
                AuditOutcome.SUCCESS,
                "donation",
                row.getLong("campaign_id") + "-" + row.getLong("donation_id"),
                "",
                "",
                null,
                hash(row));
    }

    private static String hash(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> columns = new HashMap<>();
        for (String column : HASHED) {
            columns.put(column, row.getString(column));
        }
        int anonymous = row.getInt(ANONYMOUS);
        columns.put(ANONYMOUS, row.wasNull() ? null : Integer.toString(anonymous));
        return Sha256.hex(CanonicalJson.of(columns));
    }
}
