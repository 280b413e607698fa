package org.csrgrid.mapstore.commit;

import java.util.Arrays;
import java.util.List;
import org.csrgrid.mapstore.database.Database;

/** The append-only row these tests write. */
record Coin(long id, String stamp, long minor) {
    static final String CREATE_TABLE = """
            CREATE TABLE coin (
                id BIGINT PRIMARY KEY, stamp VARCHAR(20) NOT NULL UNIQUE, minor BIGINT NOT NULL CHECK (minor > 0))
            """;

    static Coin of(long id) {
        return new Coin(id, "stamp-" + id, 100);
    }

    static TableInsert<Coin> insert() {
        return new TableInsert<>(
                "coin",
                List.of("id", "stamp", "minor"),
                List.of(List.of("id"), List.of("stamp")),
                TableInsert.Repeat.EQUAL_CONTENT,
                coin -> Arrays.asList(coin.id, coin.stamp, coin.minor),
                result -> new Coin(result.getLong(1), result.getString(2), result.getLong(3)));
    }

    static int count(Database database) {
        return database.jdbi().withHandle(handle -> handle.select("SELECT COUNT(*) FROM coin")
                .mapTo(Integer.class)
                .one());
    }
}
