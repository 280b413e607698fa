package org.csrgrid.gridnode.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.csrgrid.config.settings.CacheSettings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.analytics.Widget;
import org.csrgrid.domain.analytics.WidgetRange;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.cache.LayerStatistics;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.gridnode.TestGrid;
import org.csrgrid.gridnode.warming.WidgetWarmer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real member with a real database settles donations; somebody else, with caches of their own, reads the figures. */
class CachedAnalyticsTest {

    /** Figures live for minutes; whoever sees new ones sooner was told of them. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static TestGrid grid;

    private final Caches caches = Caches.on(grid.grid());
    private final CachedAnalytics analytics = analytics(caches);

    @BeforeAll
    static void start() {
        grid = TestGrid.start(1);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @AfterEach
    void close() {
        analytics.close();
        caches.close();
    }

    private static CachedAnalytics analytics(Caches caches) {
        CacheSettings settings = SettingsLoader.defaultsWith(Map.of()).cache();
        return new CachedAnalytics(
                caches,
                layer -> settings.layer(layer, LayerOptions::new),
                new MemberCalls(grid.grid()),
                Duration.ZERO,
                InstantSource.system());
    }

    @Test
    void a_campaigns_statistics_are_read_from_the_database_once_until_a_donation_is_settled() {
        Campaign campaign = grid.campaign(false);
        assertThat(analytics.statistics(campaign.id()).donations()).isZero();
        assertThat(analytics.statistics(campaign.id()).days()).hasSize(30);
        assertThat(layer(CachedAnalytics.DONATIONS).loads()).isEqualTo(1);

        grid.pledged(campaign, 11, 5_000, PaymentMethod.PAYROLL);

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        analytics.statistics(campaign.id()).captured())
                .isEqualTo(5_000));
        assertThat(analytics.statistics(campaign.id()).methods().getFirst().name())
                .isEqualTo("payroll");
    }

    @Test
    void widgets_that_show_what_happens_now_hear_of_a_donation() {
        Campaign campaign = grid.campaign(false);
        assertThat(latest()).doesNotContain(777L);

        grid.pledged(campaign, 12, 777, PaymentMethod.PAYROLL);

        await().atMost(SOON).untilAsserted(() -> assertThat(latest()).contains(777L));
    }

    @Test
    void what_was_warmed_by_one_process_is_read_from_the_grid_by_another() throws Exception {
        new WidgetWarmer(analytics).warm((_, _) -> {});

        try (Caches others = Caches.on(grid.grid())) {
            CachedAnalytics cold = analytics(others);
            cold.widget(Widget.MONTHLY_REVENUE, WidgetRange.YEAR);
            cold.widget(Widget.CATEGORIES, WidgetRange.MONTH);
            LayerStatistics statistics = others.statistics().get(CachedAnalytics.WIDGETS);
            assertThat(statistics.loads()).isZero();
            assertThat(statistics.sharedHits()).isEqualTo(2);
            cold.close();
        }
    }

    private List<Long> latest() {
        return analytics.widget(Widget.RECENT_ACTIVITIES, WidgetRange.DAY).series().stream()
                .flatMap(series -> series.points().stream())
                .map(WidgetData.Point::value)
                .toList();
    }

    private LayerStatistics layer(String name) {
        return caches.statistics().get(name);
    }
}
