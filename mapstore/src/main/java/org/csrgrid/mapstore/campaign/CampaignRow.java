package org.csrgrid.mapstore.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.StoredJson;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** A campaign as a row of {@code campaign}. */
final class CampaignRow {

    private static final List<String> VALUE_COLUMNS = List.of(
            "organization_id",
            "organizer_id",
            "slug",
            "goal",
            "currency",
            "category",
            "visibility",
            "featured",
            "priority",
            "status",
            "detail",
            "starts_at",
            "ends_at",
            "created_at",
            "updated_at");

    private CampaignRow() {}

    static VersionedTable<Campaign> table() {
        return new VersionedTable<>("campaign", "id", VALUE_COLUMNS, List.of("version"), CampaignRow::values);
    }

    private static List<@Nullable Object> values(Campaign campaign) {
        CampaignContent content = campaign.content();
        return Arrays.asList(
                campaign.id(),
                campaign.organizationId(),
                campaign.organizerId(),
                campaign.slug(),
                content.goal().minorUnits(),
                content.goal().currencyCode(),
                content.category(),
                content.visibility().name(),
                content.featured(),
                content.priority(),
                campaign.status().name(),
                StoredJson.write(CampaignDetail.of(campaign)),
                ColumnValues.micros(content.startsAt()),
                ColumnValues.micros(content.endsAt()),
                ColumnValues.micros(campaign.createdAt()),
                ColumnValues.micros(campaign.updatedAt()),
                campaign.version());
    }

    static Campaign read(ResultSet row) throws SQLException {
        CampaignDetail detail = StoredJson.read(row.getString("detail"), CampaignDetail.class);
        return new Campaign(
                row.getLong("id"),
                row.getLong("organization_id"),
                row.getLong("organizer_id"),
                row.getString("slug"),
                content(row, detail),
                ColumnValues.constant(row, "status", CampaignStatus.class),
                detail.toDecision(),
                ColumnValues.instant(row, "created_at"),
                ColumnValues.instant(row, "updated_at"),
                row.getLong("version"));
    }

    private static CampaignContent content(ResultSet row, CampaignDetail detail) throws SQLException {
        return new CampaignContent(
                new LocalizedText(detail.title()),
                new LocalizedText(detail.description()),
                ColumnValues.money(row, "goal", "currency"),
                row.getString("category"),
                ColumnValues.constant(row, "visibility", Visibility.class),
                row.getBoolean("featured"),
                row.getInt("priority"),
                detail.imageUrl(),
                ColumnValues.instant(row, "starts_at"),
                ColumnValues.instant(row, "ends_at"),
                detail.toMatching());
    }
}
