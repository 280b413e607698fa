package org.csrgrid.mapstore.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.csrgrid.domain.account.AccountToken;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredRows;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** Mailed tokens as rows of {@code account_token}. */
public final class AccountTokenDao {
    private static final List<String> VALUE_COLUMNS =
            List.of("purpose", "email", "name", "language", "expires_at", "used_by");

    private final StoredRows<AccountToken> rows;

    public AccountTokenDao(Reading reading) {
        rows = new StoredRows<>(reading, table(), (row, _) -> read(row));
    }

    static VersionedTable<AccountToken> table() {
        return new VersionedTable<>(
                "account_token", "hash", VALUE_COLUMNS, List.of("version"), AccountTokenDao::values);
    }

    /** The tokens with these hashes that are there, in no order. */
    public List<AccountToken> byHashes(Collection<String> hashes) {
        return rows.find(hashes);
    }

    private static List<@Nullable Object> values(AccountToken token) {
        return Arrays.asList(
                token.hash(),
                token.purpose().name(),
                token.email(),
                token.name(),
                token.language(),
                ColumnValues.micros(token.expiresAt()),
                token.usedBy(),
                token.version());
    }

    private static AccountToken read(ResultSet row) throws SQLException {
        return new AccountToken(
                row.getString("hash"),
                AccountToken.Purpose.valueOf(row.getString("purpose")),
                row.getString("email"),
                row.getString("name"),
                row.getString("language"),
                ColumnValues.instant(row, "expires_at"),
                row.getString("used_by"),
                row.getLong("version"));
    }
}
