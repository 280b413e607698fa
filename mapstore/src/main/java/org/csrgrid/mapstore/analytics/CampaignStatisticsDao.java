package org.csrgrid.mapstore.analytics;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.csrgrid.grid.analytics.CampaignStatistics;
import org.csrgrid.grid.analytics.CampaignStatistics.Tally;
import org.csrgrid.grid.analytics.ReadCampaignStatistics;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.Handle;

/** Computes campaigns' statistics from the ledger, so that they contain every donation that was captured before. Safe for many threads. */
public final class CampaignStatisticsDao {

    private static final int DAYS = 30;
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final String ALL = """
            SELECT COUNT(*) AS donations, COUNT(DISTINCT donor_id) AS donors,
                COALESCE(SUM(campaign_amount), 0) AS captured, COALESCE(MAX(campaign_amount), 0) AS largest
            FROM ledger WHERE campaign_id = :campaign AND kind = 'CAPTURED'
            """;
    private static final String BY_METHOD = """
            SELECT p.method AS name, COUNT(*) AS donations, SUM(c.campaign_amount) AS amount
            FROM ledger c JOIN ledger p ON p.donation_id = c.donation_id AND p.sequence = 0
            WHERE c.campaign_id = :campaign AND c.kind = 'CAPTURED'
            GROUP BY p.method ORDER BY donations DESC, name
            """;
    private static final String BY_DAY = """
            SELECT `at` DIV :day AS name, COUNT(*) AS donations, SUM(campaign_amount) AS amount
            FROM ledger
            WHERE campaign_id = :campaign AND kind = 'CAPTURED' AND `at` >= :first
            GROUP BY `at` DIV :day
            """;

    private final Reading reading;

    public CampaignStatisticsDao(Reading reading) {
        this.reading = reading;
    }

    /** @throws org.csrgrid.grid.cluster.DatabaseUnavailableException when the database is away or takes too long */
    public CampaignStatistics read(ReadCampaignStatistics question) {
        long today = LocalDate.ofInstant(question.now(), ZoneOffset.UTC).toEpochDay();
        return reading.snapshot(handle -> read(handle, question.campaignId(), today));
    }

    private static CampaignStatistics read(Handle handle, long campaign, long today) {
        List<Tally> methods = handle.createQuery(BY_METHOD)
                .bind("campaign", campaign)
                .map((row, _) -> new Tally(
                        row.getString("name").toLowerCase(Locale.ROOT),
                        row.getLong("donations"),
                        row.getLong("amount")))
                .list();
        List<Tally> days = days(handle, campaign, today);
        return handle.createQuery(ALL)
                .bind("campaign", campaign)
                .map((row, _) -> new CampaignStatistics(
                        campaign,
                        row.getLong("donations"),
                        row.getLong("donors"),
                        row.getLong("captured"),
                        row.getLong("largest"),
                        methods,
                        days))
                .one();
    }

    private static List<Tally> days(Handle handle, long campaign, long today) {
        long first = today - DAYS + 1;
        Map<String, Tally> found = handle
                .createQuery(BY_DAY)
                .bind("campaign", campaign)
                .bind("day", DAY_MICROS)
                .bind("first", first * DAY_MICROS)
                .map((row, _) -> new Tally(name(row.getLong("name")), row.getLong("donations"), row.getLong("amount")))
                .stream()
                .collect(Collectors.toMap(Tally::name, tally -> tally));
        List<Tally> days = new ArrayList<>();
        for (long day = first; day <= today; day++) {
            days.add(found.getOrDefault(name(day), new Tally(name(day), 0, 0)));
        }
        return days;
    }

    private static String name(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }
}
