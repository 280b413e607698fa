package org.csrgrid.mapstore.dashboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.dashboard.DashboardPiece;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.analytics.WidgetData.Point;
import org.csrgrid.grid.analytics.WidgetData.Series;
import org.csrgrid.grid.analytics.WidgetData.Unit;
import org.csrgrid.grid.dashboard.ReadDashboardPiece;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Computes pieces of dashboards: one's own from the ledger, by the key of its donors, so that a donation is in them before anybody is told of it; the
 * standings from donations' rows as they were last flushed. Safe for many threads.
 */
public final class DashboardDao {

    private static final Duration YEAR = Duration.ofDays(365);

    /** What one gave, less what went back. */
    private static final String MINE = """
            WITH mine AS (
                SELECT c.id, c.donation_id, c.campaign_id, c.organization_id, c.amount, c.currency, c.campaign_amount, c.campaign_currency, c.`at`,
                    (SELECT COALESCE(SUM(r.amount), 0) FROM ledger r
                        WHERE r.donation_id = c.donation_id AND r.kind IN ('REFUNDED', 'DISPUTE_LOST')) AS back,
                    (SELECT COALESCE(SUM(r.campaign_amount), 0) FROM ledger r
                        WHERE r.donation_id = c.donation_id AND r.kind IN ('REFUNDED', 'DISPUTE_LOST')) AS campaign_back,
                    (SELECT COALESCE(SUM(IF(m.kind = 'MATCH_POSTED', 1, -1) * CAST(m.campaign_amount AS SIGNED)), 0) FROM ledger m
                        WHERE m.donation_id = c.donation_id AND m.kind IN ('MATCH_POSTED', 'MATCH_REVERSED')) AS matched
                FROM ledger c WHERE c.donor_id = :donor AND c.kind = 'CAPTURED'
            )
            """;
    private static final String STATISTICS = MINE + """
            SELECT 'donations' AS series, 'COUNT' AS unit, NULL AS currency, 'total' AS label, COUNT(*) AS quantity FROM mine
            UNION ALL SELECT 'given', 'MONEY', currency, 'total', SUM(amount - back) FROM mine GROUP BY currency
            UNION ALL SELECT 'average', 'MONEY', currency, 'donation', SUM(amount) DIV COUNT(*) FROM mine GROUP BY currency
            UNION ALL SELECT 'largest', 'MONEY', currency, 'donation', MAX(amount) FROM mine GROUP BY currency
            """;
    private static final String ACTIVITY = MINE + """
            SELECT series, unit, currency, label, quantity FROM (
                SELECT 'latest' AS series, 'MONEY' AS unit, currency, CONCAT(campaign_id, '-', donation_id) AS label, amount AS quantity, place
                FROM (SELECT campaign_id, donation_id, amount, currency, ROW_NUMBER() OVER (ORDER BY `at` DESC, id DESC) AS place FROM mine) ranked
                WHERE place <= 10
                UNION ALL SELECT 'months', 'COUNT', NULL, month, COUNT(*), 0 FROM (
                    SELECT DATE_FORMAT(TIMESTAMPADD(SECOND, `at` DIV 1000000, '1970-01-01'), '%Y-%m') AS month
                    FROM mine WHERE `at` >= :from) months
                GROUP BY month
            ) everything
            ORDER BY series, place, label
            """;
    private static final String IMPACT = MINE + """
            SELECT 'campaigns' AS series, 'COUNT' AS unit, NULL AS currency, 'total' AS label, COUNT(DISTINCT campaign_id) AS quantity FROM mine
            UNION ALL SELECT 'organizations', 'COUNT', NULL, 'total', COUNT(DISTINCT organization_id) FROM mine
            UNION ALL SELECT 'raised', 'MONEY', campaign_currency, 'total', SUM(campaign_amount - campaign_back) FROM mine GROUP BY campaign_currency
            UNION ALL SELECT 'matched', 'MONEY', campaign_currency, 'total', SUM(matched) FROM mine GROUP BY campaign_currency
            UNION ALL SELECT 'categories', 'COUNT', NULL, campaign.category, COUNT(*)
                FROM mine JOIN campaign ON campaign.id = mine.campaign_id GROUP BY campaign.category
            """;

    /** `places` has everybody, for one's own rank; `leaders` counts only what was given with a name. */
    private static final String STANDINGS = """
            WITH totals AS (
                SELECT donor_id, campaign_currency AS currency, SUM(campaign_amount - campaign_refunded) AS total,
                    SUM(IF(anonymous, 0, campaign_amount - campaign_refunded)) AS named
                FROM donation
                WHERE status IN ('COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED')
                    AND updated_at >= :from AND completed_at >= :from AND donor_id > 0
                GROUP BY donor_id, campaign_currency
            ), placed AS (
                SELECT donor_id, currency, total, named,
                    ROW_NUMBER() OVER (PARTITION BY currency ORDER BY total DESC, donor_id) AS place,
                    ROW_NUMBER() OVER (PARTITION BY currency ORDER BY named DESC, donor_id) AS named_place
                FROM totals WHERE total > 0
            )
            SELECT series, unit, currency, label, quantity FROM (
                SELECT 'donors' AS series, 'MONEY' AS unit, currency, 'count' AS label, COUNT(*) AS quantity, 0 AS place FROM placed GROUP BY currency
                UNION ALL SELECT 'places', 'MONEY', currency, CAST(donor_id AS CHAR), total, place FROM placed WHERE place <= 1000
                UNION ALL SELECT 'leaders', 'MONEY', currency, CAST(donor_id AS CHAR), named, named_place
                    FROM placed WHERE named_place <= 10 AND named > 0
            ) everything
            ORDER BY currency, series, place
            """;

    private final Reading reading;

    public DashboardDao(Reading reading) {
        this.reading = reading;
    }

    private record Head(String name, Unit unit, @Nullable String currency) {}

    private record Row(Head head, Point point) {}

    /** @throws org.csrgrid.grid.cluster.DatabaseUnavailableException when the database is away or takes too long */
    public WidgetData read(ReadDashboardPiece question) {
        List<Row> rows = reading.run(handle -> handle.createQuery(statement(question.piece()))
                .bindMap(Map.of("donor", question.donorId(), "from", Micros.of(question.now().minus(YEAR))))
                .map((row, _) -> new Row(
                        new Head(
                                row.getString("series"),
                                ColumnValues.constant(row, "unit", Unit.class),
                                row.getString("currency")),
                        new Point(row.getString("label"), row.getLong("quantity"))))
                .list());
        Map<Head, List<Point>> series = new LinkedHashMap<>();
        rows.forEach(row ->
                series.computeIfAbsent(row.head(), _ -> new ArrayList<>()).add(row.point()));
        return new WidgetData(series.entrySet().stream()
                .map(one -> new Series(
                        one.getKey().name(), one.getKey().unit(), one.getKey().currency(), one.getValue()))
                .toList());
    }

    private static String statement(DashboardPiece piece) {
        return switch (piece) {
            case STATISTICS -> STATISTICS;
            case ACTIVITY -> ACTIVITY;
            case IMPACT -> IMPACT;
            case STANDINGS -> STANDINGS;
        };
    }
}
