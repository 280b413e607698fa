package org.csrgrid.mapstore.table;

import java.util.Collection;

/**
 * Puts rows into a table and takes them out. Safe for many threads and safe to repeat.
 *
 * @param <R> the row
 */
public interface RowWriter<R> {

    /** Stores the rows unless newer ones are there; an empty collection does nothing. */
    void storeAll(Collection<R> rows);

    /** Deletes the rows with these primary keys; keys that are not there do no harm. */
    void deleteAll(Collection<?> keys);
}
