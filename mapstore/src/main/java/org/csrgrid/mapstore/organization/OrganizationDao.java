package org.csrgrid.mapstore.organization;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredJson;
import org.csrgrid.mapstore.table.StoredRows;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** Organizations as rows of {@code organization}. */
public final class OrganizationDao {
    private static final List<String> VALUE_COLUMNS = List.of(
            "name",
            "mission",
            "registration_number",
            "tax_id",
            "category",
            "country",
            "city",
            "website",
            "email",
            "status",
            "created_at",
            "updated_at");
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final StoredRows<Organization> rows;

    public OrganizationDao(Reading reading) {
        this.rows = new StoredRows<>(reading, table(), (row, _) -> read(row));
    }

    static VersionedTable<Organization> table() {
        return new VersionedTable<>("organization", "id", VALUE_COLUMNS, List.of("version"), OrganizationDao::values);
    }

    /** The organizations with these ids that are there, in no order. */
    public List<Organization> byIds(Collection<Long> ids) {
        return rows.find(ids);
    }

    public List<Long> allIds() {
        return rows.all("id", (row, _) -> row.getLong("id"));
    }

    private static List<@Nullable Object> values(Organization organization) {
        return Arrays.asList(
                organization.id(),
                organization.name(),
                StoredJson.write(organization.mission().byLanguage()),
                organization.registrationNumber(),
                organization.taxId(),
                organization.category(),
                organization.country(),
                organization.city(),
                organization.website(),
                organization.email(),
                organization.status().name(),
                ColumnValues.micros(organization.createdAt()),
                ColumnValues.micros(organization.updatedAt()),
                organization.version());
    }

    private static Organization read(ResultSet row) throws SQLException {
        return new Organization(
                row.getLong("id"),
                row.getString("name"),
                new LocalizedText(StoredJson.read(row.getString("mission"), TEXTS)),
                row.getString("registration_number"),
                row.getString("tax_id"),
                row.getString("category"),
                row.getString("country"),
                row.getString("city"),
                row.getString("website"),
                row.getString("email"),
                ColumnValues.constant(row, "status", Organization.Status.class),
                ColumnValues.instant(row, "created_at"),
                ColumnValues.instant(row, "updated_at"),
                row.getLong("version"));
    }
}
