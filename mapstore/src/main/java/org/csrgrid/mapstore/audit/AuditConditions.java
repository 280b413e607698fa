package org.csrgrid.mapstore.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.audit.AuditOutcome;
import org.csrgrid.grid.audit.AuditSearch;
import org.csrgrid.grid.audit.ListedEntry;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.wire.Micros;
import org.jdbi.v3.core.Handle;

/** A search as SQL for one of the two tables. */
final class AuditConditions {

    private static final String DONATION = "donation";

    private final AuditSource source;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> arguments = new HashMap<>();

    private AuditConditions(AuditSource source) {
        this.source = source;
    }

    /** Empty if nothing of that table can be meant. */
    static Optional<AuditConditions> of(AuditSource source, AuditSearch search) {
        var conditions = new AuditConditions(source);
        conditions.period(search);
        boolean possible = source == AuditSource.EVENT ? conditions.events(search) : conditions.ledger(search);
        return possible ? Optional.of(conditions) : Optional.empty();
    }

    private void period(AuditSearch search) {
        if (search.from() != null) {
            when("s.`at` >= :from", "from", Micros.of(search.from()));
        }
        if (search.until() != null) {
            when("s.`at` < :until", "until", Micros.of(search.until()));
        }
        if (search.beforeAt() != null) {
            when("s.`at` <= :beforeAt", "beforeAt", Micros.of(search.beforeAt()));
            when("(s.`at` < :beforeAt OR s.id < :beforeId)", "beforeId", search.beforeId());
        }
    }

    private boolean events(AuditSearch search) {
        if (search.actorId() != AuditSearch.ANYBODY) {
            when("s.actor_id = :actor", "actor", search.actorId());
        }
        if (search.action() != null) {
            when("s.action = :action", "action", search.action());
        }
        if (search.outcome() != null) {
            when("s.outcome = :outcome", "outcome", search.outcome().name());
        }
        if (search.objectType() != null) {
            when("s.object_type = :type", "type", search.objectType());
        }
        if (search.objectId() != null) {
            when("s.object_id = :object", "object", search.objectId());
        }
        return true;
    }

    private boolean ledger(AuditSearch search) {
        if (search.actorId() != AuditSearch.ANYBODY) {
            when("s.donor_id = :actor AND s.actor_id = :actor", "actor", search.actorId());
        }
        if (search.action() != null) {
            List<String> kinds = LedgerActions.kinds(search.action());
            when("s.kind = :kind", "kind", kinds.isEmpty() ? "" : kinds.getFirst());
        }
        if (search.objectId() != null) {
            long donation = DonationKey.parse(search.objectId())
                    .map(DonationKey::donationId)
                    .orElse(0L);
            when("s.donation_id = :donation", "donation", donation);
        }
        boolean aboutDonations = search.objectType() == null || search.objectType().equals(DONATION);
        return aboutDonations && (search.outcome() == null || search.outcome() == AuditOutcome.SUCCESS);
    }

    private void when(String condition, String name, Object argument) {
        conditions.add(condition);
        arguments.put(name, argument);
    }

    /** First asks how far back to go, which an index over time alone answers; only what lies after that is sorted. */
    List<ListedEntry> find(Handle handle, int limit) {
        oldest(handle, limit).ifPresent(oldest -> when("s.`at` >= :oldest", "oldest", oldest));
        return handle.createQuery("""
                        SELECT s.*, c.position FROM %s s
                        LEFT JOIN audit_chain c ON c.source = '%s' AND c.source_id = s.id
                        %s ORDER BY s.`at` DESC, s.id DESC LIMIT :limit
                        """.formatted(source.table(), source.code(), where()))
                .bindMap(arguments)
                .bind("limit", limit)
                .map((row, _) -> new ListedEntry(source.read(row), row.getLong("position")))
                .list();
    }

    private Optional<Long> oldest(Handle handle, int limit) {
        return handle.createQuery("SELECT s.`at` FROM %s s %s ORDER BY s.`at` DESC LIMIT 1 OFFSET :limit"
                        .formatted(source.table(), where()))
                .bindMap(arguments)
                .bind("limit", limit)
                .mapTo(Long.class)
                .findOne();
    }

    private String where() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }
}
