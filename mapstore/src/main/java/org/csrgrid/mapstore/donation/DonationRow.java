package org.csrgrid.mapstore.donation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.donation.Progress;
import org.csrgrid.domain.donation.StrayPayment;
import org.csrgrid.domain.money.Money;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.StoredJson;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** A donation as a row of {@code donation}. A lease is not stored, only the largest token ever granted. */
final class DonationRow {

    private static final List<String> VALUE_COLUMNS = List.of(
            "campaign_id",
            "organization_id",
            "donor_id",
            "amount",
            "currency",
            "campaign_amount",
            "campaign_currency",
            "exchange_rate",
            "method",
            "anonymous",
            "status",
            "stray",
            "refunded",
            "campaign_refunded",
            "sequence",
            "counted_through",
            "lease_token",
            "detail",
            "created_at",
            "updated_at",
            "completed_at");

    private DonationRow() {}

    static VersionedTable<Donation> table() {
        return new VersionedTable<>("donation", "id", VALUE_COLUMNS, List.of("version"), DonationRow::values);
    }

    private static List<@Nullable Object> values(Donation donation) {
        Progress progress = donation.progress();
        return Arrays.asList(
                donation.id(),
                donation.campaignId(),
                donation.organizationId(),
                donation.donorId(),
                donation.amount().minorUnits(),
                donation.amount().currencyCode(),
                donation.campaignAmount().minorUnits(),
                donation.campaignAmount().currencyCode(),
                ColumnValues.storedRate(donation.exchangeRate()),
                donation.pledge().method().name(),
                donation.pledge().anonymous(),
                donation.status().name(),
                donation.stray().name(),
                donation.refunded().minorUnits(),
                donation.campaignRefunded().minorUnits(),
                progress.sequence(),
                progress.countedThrough(),
                progress.leaseToken(),
                StoredJson.write(DonationDetail.of(donation)),
                ColumnValues.micros(donation.createdAt()),
                ColumnValues.micros(donation.updatedAt()),
                ColumnValues.micros(donation.completedAt()),
                donation.version());
    }

    static Donation read(ResultSet row) throws SQLException {
        DonationDetail detail = StoredJson.read(row.getString("detail"), DonationDetail.class);
        Money amount = ColumnValues.money(row, "amount", "currency");
        Money campaignAmount = ColumnValues.money(row, "campaign_amount", "campaign_currency");
        return new Donation(
                row.getLong("id"),
                row.getLong("campaign_id"),
                row.getLong("organization_id"),
                row.getLong("donor_id"),
                amount,
                campaignAmount,
                ColumnValues.rate(row, "exchange_rate"),
                new PledgeDetails(
                        ColumnValues.constant(row, "method", PaymentMethod.class),
                        row.getBoolean("anonymous"),
                        detail.note()),
                ColumnValues.constant(row, "status", DonationStatus.class),
                detail.toPayment(),
                detail.toRefunds(amount),
                detail.toDispute(amount),
                ColumnValues.constant(row, "stray", StrayPayment.class),
                amount.withMinorUnits(row.getLong("refunded")),
                campaignAmount.withMinorUnits(row.getLong("campaign_refunded")),
                detail.toMatch(campaignAmount),
                detail.failureReason(),
                new Progress(row.getInt("sequence"), row.getInt("counted_through"), row.getLong("lease_token"), null),
                ColumnValues.instant(row, "created_at"),
                ColumnValues.instant(row, "updated_at"),
                ColumnValues.nullableInstant(row, "completed_at"),
                row.getLong("version"));
    }
}
