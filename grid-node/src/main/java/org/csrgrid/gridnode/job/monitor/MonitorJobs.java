package org.csrgrid.gridnode.job.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.HouseJobs;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the channels, once a minute. A condition is logged when it begins and when it ends, and administrators are told of it once from its beginning
 * to its end. When it began is remembered in the grid; after a restart of the whole cluster, what still holds is told of anew.
 */
public final class MonitorJobs implements JobHandler<HouseJobs.MonitorWork> {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorJobs.class);
    private static final String KEY = "memory";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChannelWatch watch;
    private final Conditions conditions;
    private final IMap<String, String> memories;
    private final Clock clock;

    MonitorJobs(HazelcastInstance grid, ChannelWatch watch, Conditions conditions, Clock clock) {
        this.watch = watch;
        this.conditions = conditions;
        this.clock = clock;
        memories = grid.getMap(GridMaps.JOB_MONITOR);
    }

    @Override
    public JobType<HouseJobs.MonitorWork> type() {
        return HouseJobs.MONITOR_JOBS;
    }

    @Override
    public void run(HouseJobs.MonitorWork work, JobContext context) {
        Instant now = clock.instant();
        MonitorMemory before = recall();
        MonitorMemory looked = before.with(watch.look(now));
        Map<String, String> found = conditions.of(looked.looks(), looked::pausedMillis);
        MonitorMemory after = looked.holding(found.keySet());
        report(before, found, context);
        // All that holds, not only what is new: a run may have died after remembering and before telling. The ids make
        // each beginning be told of once.
        found.forEach((condition, detail) -> context.followUp(NotificationJobs.alert(
                condition, detail, Instant.ofEpochMilli(after.raised().getOrDefault(condition, 0L)), now)));
        remember(after);
    }

    private static void report(MonitorMemory before, Map<String, String> found, JobContext context) {
        found.forEach((condition, detail) -> {
            if (!before.raised().containsKey(condition)) {
                LOG.warn("{}: {}", condition, detail);
            }
            context.log(condition + ": " + detail);
        });
        before.raised().keySet().stream()
                .filter(condition -> !found.containsKey(condition))
                .forEach(condition -> LOG.info("{} has cleared", condition));
    }

    private MonitorMemory recall() {
        String json = GridCalls.repeatable(() -> memories.getOrDefault(KEY, ""));
        try {
            return json.isEmpty() ? MonitorMemory.NONE : JSON.readValue(json, MonitorMemory.class);
        } catch (JsonProcessingException ofAnotherVersion) {
            LOG.info("The monitor begins anew, because it cannot read what it remembered");
            return MonitorMemory.NONE;
        }
    }

    private void remember(MonitorMemory memory) {
        try {
            String json = JSON.writeValueAsString(memory);
            GridCalls.repeatable(() -> {
                memories.set(KEY, json);
                return json;
            });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With the thresholds of the settings. */
    public static MonitorJobs of(
            HazelcastInstance grid, ChannelWatch watch, org.csrgrid.config.settings.Settings settings, Clock clock) {
        return new MonitorJobs(
                grid,
                watch,
                new Conditions(settings.monitor(), channel -> settings.jobs()
                        .channel(org.csrgrid.config.settings.ChannelName.valueOf(channel.name()))
                        .pickupAlert()),
                clock);
    }
}
