package org.csrgrid.mapstore.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.MapStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.domain.analytics.Widget;
import org.csrgrid.domain.analytics.WidgetRange;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.analytics.ReadWidget;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.analytics.WidgetData.Point;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.mapstore.testing.Samples;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On one afternoon: donor 1 gives 50.00 and 200.00 EUR, donor 2 50.00 EUR of which 10.00 go back, donor 3 only begins. */
class WidgetDaoTest extends StoreTestBase {

    private static final long CAMPAIGN = 3;
    private static final Instant EVENING = Story.START.plus(Duration.ofMinutes(30));

    @BeforeEach
    void fill() {
        this.<Long, Campaign>mapStore(GridMaps.CAMPAIGNS).store(CAMPAIGN, Samples.campaign(CAMPAIGN));
        this.<Long, Organization>mapStore(GridMaps.ORGANIZATIONS).store(7L, Samples.organization(7));
        MapStore<Long, User> users = mapStore(GridMaps.USERS);
        Stream.of(1L, 2L, 3L, 4L).forEach(id -> users.store(id, Samples.user(id, "user-" + id + "@example.org")));
        Stream.of(
                        Story.pledge(CAMPAIGN, 1).capture(),
                        Story.pledge(CAMPAIGN, 1, Money.of(20_000, "EUR"), Money.of(20_000, "EUR"), BigDecimal.ONE)
                                .capture(),
                        Story.pledge(CAMPAIGN, 2).capture().requestRefund(1_000).refund(1_000),
                        Story.pledge(CAMPAIGN, 3))
                .forEach(story -> flush(store(story).settled()));
    }

    @Test
    void every_widget_can_be_read_for_every_range_with_and_without_data() {
        for (Widget widget : Widget.values()) {
            for (WidgetRange range : WidgetRange.values()) {
                assertThat(read(widget, range, EVENING)).as("%s", widget).isNotNull();
                assertThat(read(widget, range, EVENING.plus(Duration.ofDays(3_000)))
                                .series())
                        .as("%s", widget)
                        .allSatisfy(series -> assertThat(series.currency()).isNull());
            }
        }
    }

    @Test
    void totals_are_per_currency_and_end_with_their_range() {
        WidgetData day = read(Widget.TOTAL_DONATIONS, WidgetRange.DAY, EVENING);

        assertThat(values(day, "donations")).containsExactly(new Point("total", 3));
        assertThat(values(day, "donors")).containsExactly(new Point("total", 2));
        assertThat(values(day, "captured")).containsExactly(new Point("total", 30_000));
        assertThat(values(day, "refunded")).containsExactly(new Point("total", 1_000));
        assertThat(values(read(Widget.TOTAL_DONATIONS, WidgetRange.DAY, EVENING.plus(Duration.ofDays(2))), "donations"))
                .containsExactly(new Point("total", 0));
    }

    @Test
    void donors_who_hide_their_name_are_not_among_the_top() {
        assertThat(read(Widget.TOP_DONORS, WidgetRange.DAY, EVENING).series()).isEmpty();
        execute("UPDATE donation SET anonymous = FALSE");
        assertThat(values(read(Widget.TOP_DONORS, WidgetRange.DAY, EVENING), "given"))
                .containsExactly(new Point("1", 25_000), new Point("2", 4_000));
    }

    @Test
    void shares_are_in_hundredths_of_a_percent() {
        assertThat(values(read(Widget.EMPLOYEE_PARTICIPATION, WidgetRange.WEEK, EVENING), "rate"))
                .containsExactly(new Point("donors", 5_000));
        assertThat(values(read(Widget.SUCCESS_RATE, WidgetRange.WEEK, EVENING), "rate"))
                .containsExactly(new Point("captured", 10_000));
    }

    @Test
    void trends_are_drawn_in_the_steps_of_their_range() {
        assertThat(values(read(Widget.DONATION_TRENDS, WidgetRange.DAY, EVENING), "captured"))
                .containsExactly(new Point("2026-03-01T10:00:00Z", 30_000));
        assertThat(values(read(Widget.DONATION_TRENDS, WidgetRange.MONTH, EVENING), "captured"))
                .containsExactly(new Point("2026-03-01T00:00:00Z", 30_000));
        assertThat(values(read(Widget.DONATION_TRENDS, WidgetRange.YEAR, EVENING), "donations"))
                .containsExactly(new Point("2026-02-23T00:00:00Z", 3));
        assertThat(values(read(Widget.MONTHLY_REVENUE, WidgetRange.YEAR, EVENING), "revenue"))
                .containsExactly(new Point("2026-03", 29_000));
    }

    @Test
    void the_latest_donations_are_first_and_campaigns_are_sorted_by_what_they_have_reached() {
        assertThat(captured(Widget.RECENT_ACTIVITIES))
                .extracting(Point::value)
                .containsExactly(5_000L, 20_000L, 5_000L);
        assertThat(values(read(Widget.GOAL_COMPLETION, WidgetRange.DAY, EVENING), "campaigns"))
                .containsExactly(new Point("0-25", 1));
        execute("INSERT INTO campaign_totals VALUES (3, 'EUR', 6000000, 0, 0, 0, 0, 1, 1)");
        assertThat(values(read(Widget.GOAL_COMPLETION, WidgetRange.DAY, EVENING), "campaigns"))
                .containsExactly(new Point("50-75", 1));
        assertThat(values(read(Widget.CAMPAIGN_PERFORMANCE, WidgetRange.DAY, EVENING), "goal"))
                .containsExactly(new Point("clean-water-3", 6_000));
    }

    @Test
    void donations_are_grouped_by_what_they_went_to_and_came_through() {
        assertThat(captured(Widget.DONATION_METHODS)).containsExactly(new Point("card", 30_000));
        assertThat(captured(Widget.CATEGORIES)).containsExactly(new Point("water", 30_000));
        assertThat(captured(Widget.GEOGRAPHICAL_DISTRIBUTION)).containsExactly(new Point("NL", 30_000));
        assertThat(captured(Widget.ORGANIZATION_STATISTICS)).containsExactly(new Point("Water for All", 30_000));
        assertThat(captured(Widget.CAMPAIGN_PERFORMANCE)).containsExactly(new Point("clean-water-3", 29_000));
        assertThat(captured(Widget.REAL_TIME)).containsExactly(new Point("2026-03-01T10:00:00Z", 30_000));
    }

    @Test
    void a_range_is_compared_with_the_one_before_and_donors_with_their_past() {
        Instant dayAfter = EVENING.plus(Duration.ofDays(1));
        flush(store(Story.pledge(CAMPAIGN, 1).capture()).settled());
        execute("UPDATE donation SET completed_at = completed_at + 86400000000, updated_at = updated_at + 86400000000"
                + " ORDER BY id DESC LIMIT 1");

        assertThat(values(read(Widget.COMPARISON, WidgetRange.DAY, dayAfter), "donations"))
                .containsExactly(new Point("before", 3), new Point("now", 1));
        assertThat(values(read(Widget.ENGAGEMENT, WidgetRange.DAY, dayAfter), "donors"))
                .containsExactly(new Point("returning", 1));
        assertThat(values(read(Widget.ENGAGEMENT, WidgetRange.DAY, EVENING), "donors"))
                .containsExactly(new Point("first-time", 2));
    }

    private List<Point> captured(Widget widget) {
        return values(read(widget, WidgetRange.DAY, EVENING), "captured");
    }

    private static List<Point> values(WidgetData data, String series) {
        return data.series().stream()
                .filter(one -> one.name().equals(series))
                .flatMap(one -> one.points().stream())
                .toList();
    }

    private WidgetData read(Widget widget, WidgetRange range, Instant now) {
        return stores.widgets().read(new ReadWidget(widget, range, now));
    }
}
