package org.csrgrid.mapstore.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditHead;
import org.csrgrid.domain.audit.Sha256;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.mapstore.table.ColumnValues;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads what was sealed. */
public final class AuditChainRows {

    private static final RowMapper<SignedHead> HEAD = (row, _) -> new SignedHead(
            new AuditHead(
                    row.getLong("number"),
                    row.getLong("first_position"),
                    row.getLong("entries"),
                    row.getString("root"),
                    row.getString("chain"),
                    row.getString("previous"),
                    ColumnValues.instant(row, "sealed_at")),
            row.getString("public_key"),
            row.getString("signature"));

    private record Place(long position, AuditSource source, long sourceId, String link) {}

    private static final RowMapper<Place> PLACE = (row, _) -> new Place(
            row.getLong("position"),
            AuditSource.ofCode(row.getString("source")),
            row.getLong("source_id"),
            Sha256.hex(row.getBytes("link")));

    private AuditChainRows() {}

    public static Optional<SignedHead> newestHead(Handle handle) {
        return handle.createQuery("SELECT * FROM audit_head ORDER BY number DESC LIMIT 1")
                .map(HEAD)
                .findOne();
    }

    /** Heads with a larger number, in their order. */
    public static List<SignedHead> headsAfter(Handle handle, long number, int limit) {
        return handle.createQuery("SELECT * FROM audit_head WHERE number > :after ORDER BY number LIMIT :limit")
                .bind("after", number)
                .bind("limit", limit)
                .map(HEAD)
                .list();
    }

    static Optional<SignedHead> headOf(Handle handle, long position) {
        return handle.createQuery(
                        "SELECT * FROM audit_head WHERE first_position <= :at ORDER BY first_position DESC LIMIT 1")
                .bind("at", position)
                .map(HEAD)
                .findOne()
                .filter(head -> position <= head.head().lastPosition());
    }

    static OptionalLong position(Handle handle, AuditSource source, long id) {
        return handle.createQuery("SELECT position FROM audit_chain WHERE source = :source AND source_id = :id")
                .bind("source", source.code())
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Places from {@code first} to {@code last} that are there, in their order, with their content. */
    public static List<ChainedEntry> entries(Handle handle, long first, long last) {
        List<Place> places = handle.createQuery(
                        "SELECT * FROM audit_chain WHERE position BETWEEN :first AND :last ORDER BY position")
                .bind("first", first)
                .bind("last", last)
                .map(PLACE)
                .list();
        Map<AuditSource, Map<Long, AuditEntry>> content = new EnumMap<>(AuditSource.class);
        for (AuditSource source : AuditSource.values()) {
            List<Long> ids = places.stream()
                    .filter(place -> place.source() == source)
                    .map(Place::sourceId)
                    .toList();
            content.put(source, source.byIds(handle, ids));
        }
        var entries = new ArrayList<ChainedEntry>(places.size());
        for (Place place : places) {
            AuditEntry entry = content.getOrDefault(place.source(), Map.of()).get(place.sourceId());
            entries.add(new ChainedEntry(place.position(), place.source(), place.sourceId(), place.link(), entry));
        }
        return entries;
    }
}
