package org.csrgrid.gridnode.house;

import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import java.util.List;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.schedule.ScheduleGrid;
import org.csrgrid.gridnode.cache.MemberCaches;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.monitor.ChannelWatch;
import org.csrgrid.gridnode.job.monitor.MonitorJobs;
import org.csrgrid.gridnode.job.schedule.CronJob;
import org.csrgrid.gridnode.retention.CleanupExpiredData;
import org.csrgrid.gridnode.warming.CampaignListWarmer;
import org.csrgrid.gridnode.warming.StandingsWarmer;
import org.csrgrid.gridnode.warming.WarmCache;
import org.csrgrid.gridnode.warming.WarmDashboard;
import org.csrgrid.gridnode.warming.WidgetWarmer;
import org.csrgrid.mapstore.MapStores;

/** The handlers of what runs by the clock, wired together. When they run: {@link HouseSchedules}. */
public final class HouseHandlers {

    private final List<JobHandler<?>> handlers;

    /** @param cronJobs all there are, to be watched */
    public HouseHandlers(
            HazelcastInstance grid,
            MapStores stores,
            Settings settings,
            MemberCaches caches,
            List<CronJob> cronJobs,
            Clock clock) {
        ScheduleGrid schedules = new ScheduleGrid(grid, new MemberCalls(grid));
        ChannelWatch watch =
                new ChannelWatch(grid, stores.deadLetters(), new OverdueSchedules(cronJobs, schedules::find));
        handlers = List.of(
                new CleanupExpiredData(stores.expiredRows(), settings.retention(), clock),
                new WarmCache(List.of(
                        new CampaignListWarmer(new CampaignGrid(grid)),
                        new StandingsWarmer(caches.dashboards()),
                        new WidgetWarmer(caches.analytics()))),
                new WarmDashboard(caches.dashboards()),
                MonitorJobs.of(grid, watch, settings, clock));
    }

    public List<JobHandler<?>> handlers() {
        return handlers;
    }
}
