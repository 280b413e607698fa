package org.csrgrid.mapstore.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.audit.AuditEntry;
import org.jdbi.v3.core.Handle;

/** Where an entry's content is. */
public enum AuditSource {
    EVENT("E", "audit_event", AuditEventRow::read),
    LEDGER("L", "ledger", LedgerEntries::read);

    private final String code;
    private final String table;
    private final Reader reader;

    @FunctionalInterface
    private interface Reader {
        AuditEntry read(ResultSet row) throws SQLException;
    }

    AuditSource(String code, String table, Reader reader) {
        this.code = code;
        this.table = table;
        this.reader = reader;
    }

    String code() {
        return code;
    }

    String table() {
        return table;
    }

    AuditEntry read(ResultSet row) throws SQLException {
        return reader.read(row);
    }

    /** The entries with these ids that are there. */
    public Map<Long, AuditEntry> byIds(Handle handle, Collection<Long> ids) {
        Map<Long, AuditEntry> found = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("SELECT * FROM %s WHERE id IN (<ids>)".formatted(table))
                    .bindList("ids", List.copyOf(ids))
                    .map((row, _) -> reader.read(row))
                    .forEach(entry -> found.put(entry.id(), entry));
        }
        return found;
    }

    /**
     * Entries that are in no batch, oldest first.
     *
     * @param since looks at what happened from then on, in microseconds
     * @param until looks at what happened before
     */
    public List<AuditEntry> unsealed(Handle handle, long since, long until, int most) {
        return handle.createQuery("""
                        SELECT s.* FROM (
                            SELECT t.id FROM %1$s t LEFT JOIN audit_chain c ON c.source = '%2$s' AND c.source_id = t.id
                            WHERE t.`at` >= :since AND t.`at` < :until AND c.source_id IS NULL
                            ORDER BY t.`at`, t.id LIMIT :most) u
                        JOIN %1$s s ON s.id = u.id ORDER BY s.`at`, s.id
                        """.formatted(table, code))
                .bind("since", since)
                .bind("until", until)
                .bind("most", most)
                .map((row, _) -> reader.read(row))
                .list();
    }

    static AuditSource ofCode(String code) {
        return code.equals(LEDGER.code) ? LEDGER : EVENT;
    }
}
