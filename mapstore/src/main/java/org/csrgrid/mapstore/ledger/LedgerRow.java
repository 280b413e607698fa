package org.csrgrid.mapstore.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.mapstore.commit.TableInsert;
import org.csrgrid.mapstore.table.ColumnValues;
import org.jspecify.annotations.Nullable;

/** A ledger entry as a row of {@code ledger}. */
final class LedgerRow {
    static final String TABLE = "ledger";

    static final List<String> COLUMNS = List.of(
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
            "reason",
            "method",
            "anonymous",
            "note",
            "programme_id",
            "programme_amount",
            "programme_currency",
            "at");

    static final String SELECT = "SELECT `" + String.join("`, `", COLUMNS) + "` FROM ledger ";

    private LedgerRow() {}

    static TableInsert<LedgerEntry> insert() {
        return new TableInsert<>(
                TABLE,
                COLUMNS,
                List.of(List.of("id"), List.of("guard"), List.of("donation_id", "sequence")),
                TableInsert.Repeat.EQUAL_CONTENT,
                LedgerRow::values,
                LedgerRow::read);
    }

    private static List<@Nullable Object> values(LedgerEntry entry) {
        PledgeDetails pledge = entry.pledge();
        MatchDetails match = entry.match();
        return Arrays.asList(
                entry.id(),
                entry.kind().name(),
                entry.donationId(),
                entry.campaignId(),
                entry.organizationId(),
                entry.donorId(),
                entry.sequence(),
                entry.amount().minorUnits(),
                entry.amount().currencyCode(),
                entry.campaignAmount().minorUnits(),
                entry.campaignAmount().currencyCode(),
                ColumnValues.storedRate(entry.exchangeRate()),
                ascii(entry.guard()),
                entry.gateway(),
                entry.gatewayId(),
                entry.relatedId(),
                entry.actorId(),
                entry.fingerprint(),
                entry.reason(),
                pledge == null ? null : pledge.method().name(),
                pledge == null ? null : pledge.anonymous(),
                pledge == null ? null : pledge.note(),
                match == null ? null : match.programmeId(),
                match == null ? null : match.programmeAmount().minorUnits(),
                match == null ? null : match.programmeAmount().currencyCode(),
                ColumnValues.micros(entry.at()));
    }

    /** A guard in other letters would be looked up without its index. */
    private static String ascii(String guard) {
        for (int index = 0; index < guard.length(); index++) {
            if (guard.charAt(index) > 127) {
                throw new IllegalArgumentException("guard: \"%s\" (expected: ASCII)".formatted(guard));
            }
        }
        return guard;
    }

    static LedgerEntry read(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                ColumnValues.constant(row, "kind", LedgerKind.class),
                row.getLong("donation_id"),
                row.getLong("campaign_id"),
                row.getLong("organization_id"),
                row.getLong("donor_id"),
                row.getInt("sequence"),
                ColumnValues.money(row, "amount", "currency"),
                ColumnValues.money(row, "campaign_amount", "campaign_currency"),
                ColumnValues.rate(row, "exchange_rate"),
                row.getString("guard"),
                row.getString("gateway"),
                row.getString("gateway_id"),
                row.getLong("related_id"),
                row.getLong("actor_id"),
                row.getString("fingerprint"),
                row.getString("reason"),
                pledge(row),
                match(row),
                ColumnValues.instant(row, "at"));
    }

    private static @Nullable PledgeDetails pledge(ResultSet row) throws SQLException {
        return row.getString("method") == null
                ? null
                : new PledgeDetails(
                        ColumnValues.constant(row, "method", PaymentMethod.class),
                        row.getBoolean("anonymous"),
                        row.getString("note"));
    }

    private static @Nullable MatchDetails match(ResultSet row) throws SQLException {
        long programme = row.getLong("programme_id");
        return row.wasNull()
                ? null
                : new MatchDetails(programme, ColumnValues.money(row, "programme_amount", "programme_currency"));
    }
}
