package org.csrgrid.mapstore.user;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredJson;
import org.csrgrid.mapstore.table.StoredRows;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** Users as rows of {@code app_user}. */
public final class UserDao {
    private static final List<String> VALUE_COLUMNS = List.of(
            "email",
            "name",
            "password_hash",
            "roles",
            "organization_id",
            "department",
            "language",
            "currency",
            "status",
            "created_at",
            "updated_at");
    private static final TypeReference<Set<Role>> ROLES = new TypeReference<>() {};

    private final StoredRows<User> rows;

    public UserDao(Reading reading) {
        this.rows = new StoredRows<>(reading, table(), (row, _) -> read(row));
    }

    static VersionedTable<User> table() {
        return new VersionedTable<>("app_user", "id", VALUE_COLUMNS, List.of("version"), UserDao::values);
    }

    /** The users with these ids that are there, in no order. */
    public List<User> byIds(Collection<Long> ids) {
        return rows.find(ids);
    }

    public List<Long> allIds() {
        return rows.all("id", (row, _) -> row.getLong("id"));
    }

    private static List<@Nullable Object> values(User user) {
        return Arrays.asList(
                user.id(),
                user.email(),
                user.name(),
                user.passwordHash(),
                StoredJson.write(new TreeSet<>(user.roles())),
                user.organizationId(),
                user.department(),
                user.language(),
                user.currencyCode(),
                user.status().name(),
                ColumnValues.micros(user.createdAt()),
                ColumnValues.micros(user.updatedAt()),
                user.version());
    }

    private static User read(ResultSet row) throws SQLException {
        return new User(
                row.getLong("id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                StoredJson.read(row.getString("roles"), ROLES),
                row.getLong("organization_id"),
                row.getString("department"),
                row.getString("language"),
                row.getString("currency"),
                ColumnValues.constant(row, "status", User.Status.class),
                ColumnValues.instant(row, "created_at"),
                ColumnValues.instant(row, "updated_at"),
                row.getLong("version"));
    }
}
