package org.csrgrid.mapstore.table;

/** Somebody tried to delete rows of a table that only grows; to free memory, evict the map's entry instead. */
public final class AppendOnlyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AppendOnlyException(String table) {
        super(table + " is append-only: nothing is deleted");
    }
}
