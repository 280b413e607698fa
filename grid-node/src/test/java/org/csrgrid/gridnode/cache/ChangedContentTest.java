package org.csrgrid.gridnode.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.csrgrid.config.settings.CacheSettings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.dashboard.DashboardPiece;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.cache.Loaded;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.content.CachedContent;
import org.csrgrid.grid.content.CampaignCards;
import org.csrgrid.grid.dashboard.CachedDashboards;
import org.csrgrid.grid.dashboard.DashboardJobs;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.gridnode.TestGrid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real member hears of what others change, and computes dashboards; somebody else, with caches of their own, reads. */
class ChangedContentTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static TestGrid grid;

    private final CacheSettings settings = SettingsLoader.defaultsWith(Map.of()).cache();
    private final Function<String, LayerOptions> options = layer -> settings.layer(layer, LayerOptions::new);
    private final Caches caches = Caches.on(grid.grid());
    private final CachedContent content = new CachedContent(caches, options);
    private final CachedDashboards dashboards =
            new CachedDashboards(caches, options, new MemberCalls(grid.grid()), InstantSource.system());

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
        content.close();
        dashboards.close();
        caches.close();
    }

    @Test
    void a_change_that_nobody_told_the_cache_of_expires_the_lists_it_may_be_on() {
        Campaign campaign = grid.campaign(false);
        AtomicInteger loads = new AtomicInteger();
        read(CachedContent.LIST, loads);
        read(CachedContent.ofOrganizer(campaign.organizerId()), loads);
        await().during(Duration.ofMillis(300)).atMost(SOON).untilAsserted(() -> {
            read(CachedContent.LIST, loads);
            assertThat(loads.get()).isBetween(2, 4);
        });
        int before = loads.get();

        new CampaignGrid(grid.grid())
                .change(campaign.id(), campaign.version(), new CampaignAction.Pause(), Instant.now());

        await().atMost(SOON).untilAsserted(() -> {
            read(CachedContent.LIST, loads);
            read(CachedContent.ofOrganizer(campaign.organizerId()), loads);
            assertThat(loads.get()).isGreaterThanOrEqualTo(before + 2);
        });
    }

    @Test
    void a_dashboard_follows_its_owners_donations() {
        Campaign campaign = grid.campaign(false);
        assertThat(donations(41)).isZero();

        grid.pledged(campaign, 41, 5_000, PaymentMethod.PAYROLL);

        await().atMost(SOON).untilAsserted(() -> assertThat(donations(41)).isEqualTo(1));
    }

    @Test
    void a_job_computes_every_piece_of_a_dashboard() {
        assertThat(dashboards.isFresh(DashboardPiece.IMPACT, 42)).isFalse();

        var job = DashboardJobs.warm(42, Instant.now());
        grid.jobs().enqueue(job);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(List.of(DashboardPiece.values()))
                        .allMatch(piece -> dashboards.isFresh(piece, 42)));
        assertThat(JobKey.of(job).id()).isEqualTo("warm-dashboard:42");
    }

    private void read(String tag, AtomicInteger loads) {
        content.campaigns("test:" + tag, _ -> {
            loads.incrementAndGet();
            return Loaded.value(CampaignCards.of(List.of(), null)).tagged(tag);
        });
    }

    private long donations(long donor) {
        return dashboards.piece(DashboardPiece.STATISTICS, donor).series().stream()
                .filter(series -> series.name().equals("donations"))
                .flatMap(series -> series.points().stream())
                .mapToLong(WidgetData.Point::value)
                .sum();
    }
}
