package org.csrgrid.mapstore.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.dashboard.DashboardPiece;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.analytics.WidgetData.Point;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.dashboard.ReadDashboardPiece;
import org.csrgrid.mapstore.testing.Samples;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Donor 1 gives 50.00 and 200.00 EUR, of the latter 10.00 go back; donor 2 gives 50.00, donor 3 only begins. */
class DashboardDaoTest extends StoreTestBase {

    private static final long CAMPAIGN = 3;
    private static final Instant LATER = Story.START.plus(Duration.ofHours(1));

    @BeforeEach
    void fill() {
        this.<Long, Campaign>mapStore(GridMaps.CAMPAIGNS).store(CAMPAIGN, Samples.campaign(CAMPAIGN));
        Stream.of(
                        Story.pledge(CAMPAIGN, 1).capture(),
                        Story.pledge(CAMPAIGN, 1, Money.of(20_000, "EUR"), Money.of(20_000, "EUR"), BigDecimal.ONE)
                                .capture()
                                .requestRefund(1_000)
                                .refund(1_000),
                        Story.pledge(CAMPAIGN, 2).capture(),
                        Story.pledge(CAMPAIGN, 3))
                .forEach(story -> flush(store(story).settled()));
    }

    @Test
    void statistics_are_of_what_was_paid_less_what_went_back() {
        WidgetData statistics = read(DashboardPiece.STATISTICS, 1);

        assertThat(points(statistics, "donations")).containsExactly(new Point("total", 2));
        assertThat(points(statistics, "given")).containsExactly(new Point("total", 24_000));
        assertThat(points(statistics, "average")).containsExactly(new Point("donation", 12_500));
        assertThat(points(statistics, "largest")).containsExactly(new Point("donation", 20_000));
    }

    @Test
    void activity_names_the_latest_donations_and_counts_months() {
        WidgetData activity = read(DashboardPiece.ACTIVITY, 1);

        assertThat(points(activity, "latest"))
                .extracting(Point::value)
                .containsExactlyInAnyOrder(5_000L, 20_000L);
        assertThat(points(activity, "latest")).allSatisfy(point -> assertThat(point.label())
                .startsWith(CAMPAIGN + "-"));
        assertThat(points(activity, "months")).containsExactly(new Point("2026-03", 2));
    }

    @Test
    void impact_counts_whom_it_helped() {
        WidgetData impact = read(DashboardPiece.IMPACT, 1);

        assertThat(points(impact, "campaigns")).containsExactly(new Point("total", 1));
        assertThat(points(impact, "organizations")).containsExactly(new Point("total", 1));
        assertThat(points(impact, "raised")).containsExactly(new Point("total", 24_000));
        assertThat(points(impact, "matched")).containsExactly(new Point("total", 0));
        assertThat(points(impact, "categories"))
                .containsExactly(
                        new Point(Samples.campaign(CAMPAIGN).content().category(), 2));
    }

    @Test
    void standings_rank_everybody_and_name_only_those_who_let_themselves_be_named() {
        execute("UPDATE donation SET anonymous = (donor_id = 1)");

        WidgetData standings = read(DashboardPiece.STANDINGS, 0);

        assertThat(points(standings, "places")).containsExactly(new Point("1", 24_000), new Point("2", 5_000));
        assertThat(points(standings, "leaders")).containsExactly(new Point("2", 5_000));
        assertThat(points(standings, "donors")).containsExactly(new Point("count", 2));
    }

    @Test
    void who_never_gave_has_zeros() {
        assertThat(points(read(DashboardPiece.STATISTICS, 3), "donations")).containsExactly(new Point("total", 0));
        assertThat(read(DashboardPiece.ACTIVITY, 3).series()).isEmpty();
        assertThat(points(read(DashboardPiece.IMPACT, 3), "campaigns")).containsExactly(new Point("total", 0));
    }

    private WidgetData read(DashboardPiece piece, long donor) {
        return stores.dashboards().read(new ReadDashboardPiece(piece, donor, LATER));
    }

    private static List<Point> points(WidgetData data, String series) {
        return data.series().stream()
                .filter(one -> one.name().equals(series))
                .flatMap(one -> one.points().stream())
                .toList();
    }
}
