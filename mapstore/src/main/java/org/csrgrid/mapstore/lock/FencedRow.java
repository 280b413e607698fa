package org.csrgrid.mapstore.lock;

import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * A row that only the latest holder of a lock may write: it stores the fencing token of its last writer in {@code fencing_token BIGINT NOT NULL}. Names are
 * ours, never anybody's input.
 *
 * @param key value of the key column
 */
public record FencedRow(String table, String keyColumn, Object key) {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_]+");

    public FencedRow {
        if (!IDENTIFIER.matcher(table).matches()
                || !IDENTIFIER.matcher(keyColumn).matches()) {
            throw new IllegalArgumentException(
                    "table: \"%s\", by \"%s\" (expected: plain names)".formatted(table, keyColumn));
        }
    }

    /**
     * Begins a write: stores the token unless a later one is there, and locks the row until the transaction ends, so it comes first in the transaction. The
     * same token may write again. A repeat is harmless.
     *
     * @param handle in a transaction
     * @return false if a later holder has written, or there is no row; then nothing may be written
     */
    public boolean claim(Handle handle, long token) {
        handle.createUpdate("UPDATE `%s` SET fencing_token = :token WHERE `%s` = :key AND fencing_token < :token"
                        .formatted(table, keyColumn))
                .bind("token", token)
                .bind("key", key)
                .execute();
        return handle.createQuery(
                        "SELECT fencing_token FROM `%s` WHERE `%s` = :key FOR UPDATE".formatted(table, keyColumn))
                .bind("key", key)
                .mapTo(Long.class)
                .findOne()
                .filter(stored -> stored == token)
                .isPresent();
    }
}
