package org.csrgrid.mapstore.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.mapstore.commit.TableInsert;
import org.csrgrid.mapstore.table.ColumnValues;
import org.jspecify.annotations.Nullable;

/** A gateway's event as a row of {@code payment_event}. */
final class PaymentEventRow {
    private static final List<String> COLUMNS = List.of("gateway", "event_id", "type", "body", "received_at");

    static final String SELECT = "SELECT " + String.join(", ", COLUMNS) + " FROM payment_event ";

    private PaymentEventRow() {}

    /** An event that is there already stays as it was first received. */
    static TableInsert<PaymentEvent> insert() {
        return new TableInsert<>(
                "payment_event",
                COLUMNS,
                List.of(List.of("gateway", "event_id")),
                TableInsert.Repeat.SAME_KEY,
                PaymentEventRow::values,
                PaymentEventRow::read);
    }

    private static List<@Nullable Object> values(PaymentEvent event) {
        return Arrays.asList(
                event.gateway(), event.eventId(), event.type(), event.body(), ColumnValues.micros(event.receivedAt()));
    }

    static PaymentEvent read(ResultSet row) throws SQLException {
        return new PaymentEvent(
                row.getString("gateway"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("body"),
                ColumnValues.instant(row, "received_at"));
    }
}
