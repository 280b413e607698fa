package org.csrgrid.gridnode.cache;

import com.hazelcast.core.HazelcastInstance;
import java.time.InstantSource;
import java.util.function.Function;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.analytics.ReadCampaignStatistics;
import org.csrgrid.grid.analytics.ReadWidget;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.content.CachedContent;
import org.csrgrid.grid.dashboard.CachedDashboards;
import org.csrgrid.grid.dashboard.ReadDashboardPiece;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.mapstore.MapStores;

/** The caches of one member: to tell of what it changes and to fill them. Close it after what uses them and before the member leaves. */
public final class MemberCaches implements AutoCloseable {

    private final Caches caches;
    private final CachedAnalytics analytics;
    private final CachedContent content;
    private final CachedDashboards dashboards;

    private MemberCaches(
            Caches caches, CachedAnalytics analytics, CachedContent content, CachedDashboards dashboards) {
        this.caches = caches;
        this.analytics = analytics;
        this.content = content;
        this.dashboards = dashboards;
    }

    /** Opens every layer the member uses and begins to hear of what changes. */
    public static MemberCaches open(HazelcastInstance grid, Settings settings, InstantSource clock) {
        Caches caches = Caches.on(grid);
        Function<String, LayerOptions> options = layer -> settings.cache().layer(layer, LayerOptions::new);
        MemberCalls calls = new MemberCalls(grid);
        var analytics =
                new CachedAnalytics(caches, options, calls, settings.database().writeDelay(), clock);
        var content = new CachedContent(caches, options);
        var dashboards = new CachedDashboards(caches, options, calls, clock);
        ChangeListener.listen(grid, content, dashboards);
        return new MemberCaches(caches, analytics, content, dashboards);
    }

    /** Says that this member computes what is not in the cache. */
    public static void answer(MemberCallContext calls, MapStores stores) {
        calls.answer(ReadCampaignStatistics.class, stores.campaignStatistics()::read);
        calls.answer(ReadWidget.class, stores.widgets()::read);
        calls.answer(ReadDashboardPiece.class, stores.dashboards()::read);
    }

    public CachedAnalytics analytics() {
        return analytics;
    }

    public CachedDashboards dashboards() {
        return dashboards;
    }

    /** A settlement has changed what was captured from a donor for a campaign. Returns at once. */
    public void donationSettled(Donation donation) {
        analytics.donationSettled(donation.campaignId());
        dashboards.changed(donation.donorId());
    }

    @Override
    public void close() {
        dashboards.close();
        content.close();
        analytics.close();
        caches.close();
    }
}
