package org.csrgrid.mapstore.database;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes rows as one batch and, when some row cannot be stored, halves the batch until only such rows are left out. */
public final class Bisection {
    /** Writes all the given rows or none of them. */
    @FunctionalInterface
    public interface AtomicWrite<R> {
        /** Stores {@code rows} in one transaction, or throws and leaves nothing behind. */
        void write(List<R> rows) throws SQLException;
    }

    private Bisection() {}

    /**
     * Stores every row that can be stored; the rest go to {@code poison} one by one with the failure.
     *
     * @throws SQLException for any failure that is not the rows' own; halves written before stay written
     */
    public static <R> void write(List<R> rows, AtomicWrite<R> batch, BiConsumer<R, Exception> poison)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try {
            batch.write(rows);
        } catch (SQLException | RuntimeException failure) {
            if (SqlFault.of(failure) != SqlFault.DATA) {
                throw failure;
            }
            if (rows.size() == 1) {
                poison.accept(rows.getFirst(), failure);
                return;
            }
            int middle = rows.size() / 2;
            write(rows.subList(0, middle), batch, poison);
            write(rows.subList(middle, rows.size()), batch, poison);
        }
    }
}
