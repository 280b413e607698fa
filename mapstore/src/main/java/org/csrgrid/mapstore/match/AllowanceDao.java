package org.csrgrid.mapstore.match;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.grid.match.AllowanceKey;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Folds the ledger's match entries to what is used of a cap. */
public final class AllowanceDao {
    private final Reading reading;

    public AllowanceDao(Reading reading) {
        this.reading = reading;
    }

    /**
     * What is used of a cap, with no reservations, or null if no match was ever posted under it. {@code recent} holds the
     * entries whose donation's row does not record them as counted.
     */
    public @Nullable Allowance fold(AllowanceKey cap) {
        return reading.snapshot(handle -> {
            Long used = used(handle, cap);
            return used == null ? null : new Allowance(used, Map.of(), recent(handle, cap));
        });
    }

    private static @Nullable Long used(Handle handle, AllowanceKey cap) {
        String amount = cap.kind() == AllowanceKey.Kind.CAMPAIGN ? "campaign_amount" : "programme_amount";
        return handle
                .createQuery("""
                        SELECT SUM(IF(l.kind = 'MATCH_POSTED', l.%1$s, -l.%1$s)) FROM ledger l WHERE %2$s
                        """.formatted(amount, condition(cap)))
                .bind("programme", cap.programmeId())
                .bind("subject", cap.subjectId())
                .map((row, _) -> row.getBigDecimal(1))
                .stream()
                .filter(sum -> sum != null)
                .map(BigDecimal::longValueExact)
                .findFirst()
                .orElse(null);
    }

    private static Set<Long> recent(Handle handle, AllowanceKey cap) {
        return new HashSet<>(handle.createQuery("""
                        SELECT l.id FROM ledger l LEFT JOIN donation d ON d.id = l.donation_id
                        WHERE %s AND l.sequence > COALESCE(d.counted_through, 0)
                        """.formatted(condition(cap)))
                .bind("programme", cap.programmeId())
                .bind("subject", cap.subjectId())
                .mapTo(Long.class)
                .list());
    }

    private static String condition(AllowanceKey cap) {
        String subject =
                switch (cap.kind()) {
                    case EMPLOYEE -> "l.donor_id = :subject";
                    case CAMPAIGN -> "l.campaign_id = :subject";
                    case PROGRAMME -> ":subject = 0";
                };
        return "l.programme_id = :programme AND l.kind IN ('MATCH_POSTED', 'MATCH_REVERSED') AND " + subject;
    }
}
