package org.csrgrid.grid.analytics;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.csrgrid.domain.analytics.Widget;
import org.csrgrid.domain.analytics.WidgetRange;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.CacheLoadException;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.cache.Loaded;
import org.csrgrid.grid.cache.Loader;
import org.csrgrid.grid.cache.SoonExpired;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.cluster.MemberCalls;

/**
 * Statistics of campaigns and widgets, from the cache or else from a member. One per process. Reads throw {@link GridUnavailableException} if there is
 * neither; what tells of changes returns at once, never fails, and takes effect a second later at most once per second and campaign. Safe for use by many
 * threads.
 */
public final class CachedAnalytics implements AutoCloseable {

    /** The layer of campaigns' statistics. */
    public static final String DONATIONS = "donations";

    /** The layer of widgets. */
    public static final String WIDGETS = "widgets";

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String ALL_DONATIONS = "donations";
    private static final String LIVE = "live";
    private static final String ALL_CAMPAIGNS = "campaigns";

    private final CacheLayer<CampaignStatistics> statistics;
    private final CacheLayer<WidgetData> widgets;
    private final MemberCalls calls;
    private final InstantSource clock;
    private final SoonExpired campaigns = new SoonExpired(PAUSE);
    private final SoonExpired charts;

    /**
     * Opens the layers it needs.
     *
     * @param options of a layer by its name
     * @param flushed after how long a settled donation is in its table, at the latest; widgets read it there
     */
    public CachedAnalytics(
            Caches caches,
            Function<String, LayerOptions> options,
            MemberCalls calls,
            Duration flushed,
            InstantSource clock) {
        statistics = caches.layer(options.apply(DONATIONS), new JsonCodec<>(CampaignStatistics.class));
        widgets = caches.layer(options.apply(WIDGETS), new JsonCodec<>(WidgetData.class));
        this.calls = calls;
        this.clock = clock;
        charts = new SoonExpired(PAUSE.plus(flushed));
    }

    /** A campaign's statistics; all zero if there is no such campaign. */
    public CampaignStatistics statistics(long campaignId) {
        return read(statistics, "campaign:" + campaignId, _ -> Loaded.value(calls.any(
                        new ReadCampaignStatistics(campaignId, clock.instant().truncatedTo(ChronoUnit.MICROS))))
                .tagged(tag(campaignId)));
    }

    /** A widget's content. */
    public WidgetData widget(Widget widget, WidgetRange range) {
        return read(widgets, widget.jsonName() + ":" + range.jsonName(), _ -> Loaded.value(
                        calls.any(new ReadWidget(widget, range, clock.instant().truncatedTo(ChronoUnit.MICROS))))
                .fresh(widget.life())
                .tagged(tags(widget, range)));
    }

    /** A settlement has changed what was captured for a campaign. */
    public void donationSettled(long campaignId) {
        campaigns.expire(statistics, tag(campaignId));
        charts.expire(widgets, LIVE);
    }

    /** A campaign was edited or is in another state. */
    public void campaignChanged(long campaignId) {
        campaigns.expire(statistics, tag(campaignId));
        charts.expire(widgets, ALL_CAMPAIGNS);
    }

    private static String tag(long campaignId) {
        return "campaign:" + campaignId;
    }

    /** A donation makes nobody compute anew what may be older than a minute or takes a while; it runs out by itself. */
    private static String[] tags(Widget widget, WidgetRange range) {
        List<String> tags = new ArrayList<>(List.of(ALL_DONATIONS));
        if (widget.isLive() && range == WidgetRange.DAY) {
            tags.add(LIVE);
        }
        if (widget.isAboutCampaigns()) {
            tags.add(ALL_CAMPAIGNS);
        }
        return tags.toArray(String[]::new);
    }

    private static <V> V read(CacheLayer<V> layer, String key, Loader<V> loader) {
        try {
            return layer.get(key, loader).orElseThrow();
        } catch (CacheLoadException failure) {
            if (failure.getCause() instanceof RuntimeException fault && !(fault instanceof GridUnavailableException)) {
                throw fault;
            }
            throw new GridUnavailableException(
                    "%s of %s".formatted(key, layer.options().name()), failure);
        }
    }

    /** Stops telling of changes. The layers are closed with their caches. */
    @Override
    public void close() {
        campaigns.close();
        charts.close();
    }
}
