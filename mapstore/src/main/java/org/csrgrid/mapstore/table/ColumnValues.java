package org.csrgrid.mapstore.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.wire.Micros;
import org.jspecify.annotations.Nullable;

/** How values stand in columns: times as microseconds, rates with twelve decimals, amounts beside their currency. */
public final class ColumnValues {
    private static final int RATE_DECIMALS = 12;

    private ColumnValues() {}

    public static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Micros.toInstant(row.getLong(column));
    }

    public static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Micros.toInstant(micros);
    }

    public static Money money(ResultSet row, String amountColumn, String currencyColumn) throws SQLException {
        return Money.of(row.getLong(amountColumn), row.getString(currencyColumn));
    }

    /**
     * The rate as it is stored.
     *
     * @throws ArithmeticException if it has more than twelve decimals, since a rounded rate would not explain its amounts
     */
    public static BigDecimal storedRate(BigDecimal rate) {
        return rate.setScale(RATE_DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** A stored rate without the zeros at its end; 1 reads as {@link BigDecimal#ONE}. */
    public static BigDecimal rate(ResultSet row, String column) throws SQLException {
        BigDecimal stripped = row.getBigDecimal(column).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    public static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column));
    }
}
