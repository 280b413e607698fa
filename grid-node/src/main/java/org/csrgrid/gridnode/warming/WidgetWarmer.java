package org.csrgrid.gridnode.warming;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.domain.analytics.Widget;
import org.csrgrid.domain.analytics.WidgetRange;
import org.csrgrid.grid.analytics.CachedAnalytics;

/** Has every widget computed for every range that is not in the cache. Those shown first, of a month, are first. */
public final class WidgetWarmer implements CacheWarmer {

    private static final WidgetRange SHOWN_FIRST = WidgetRange.MONTH;

    private final CachedAnalytics analytics;

    public WidgetWarmer(CachedAnalytics analytics) {
        this.analytics = analytics;
    }

    @Override
    public String name() {
        return "widgets";
    }

    @Override
    public void warm(Progress progress) throws InterruptedException {
        List<WidgetRange> ranges = Stream.of(WidgetRange.values())
                .sorted(Comparator.comparing(range -> range != SHOWN_FIRST))
                .toList();
        int total = ranges.size() * Widget.values().length;
        int done = 0;
        for (WidgetRange range : ranges) {
            for (Widget widget : Widget.values()) {
                progress.at(done++, total);
                analytics.widget(widget, range);
            }
        }
        progress.at(total, total);
    }
}
