package org.csrgrid.mapstore.commit;

/** What became of one row of a batch whose statement succeeded. */
public sealed interface RowOutcome {
    /** The row is new. */
    record Inserted() implements RowOutcome {}

    /** The same row is in the table; a repeat, which is harmless. */
    record AlreadyThere() implements RowOutcome {}

    /**
     * Another row holds this row's key or one of its unique values.
     *
     * @param description one line naming the table and the key
     */
    record Conflict(String description) implements RowOutcome {}
}
