package org.csrgrid.grid.cache.report;

import com.hazelcast.core.HazelcastInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.csrgrid.grid.cache.store.GridCacheMaps;

/** What the caches of all processes did up to a few seconds ago. */
public record CacheOverview(List<CacheReport> processes) {

    public CacheOverview {
        processes = processes.stream()
                .sorted(Comparator.comparing(CacheReport::process))
                .toList();
    }

    /** Reads what the processes last told. */
    public static CacheOverview read(HazelcastInstance grid) {
        Collection<CacheReport> reports =
                grid.<String, CacheReport>getMap(GridCacheMaps.REPORTS).values();
        return new CacheOverview(new ArrayList<>(reports));
    }

    /** Each layer in all processes together: numbers added up, of durations the longest. */
    public SortedMap<String, LayerReport> layers() {
        SortedMap<String, LayerReport> layers = new TreeMap<>();
        for (CacheReport process : processes) {
            process.layers().forEach(layer -> layers.merge(layer.layer(), layer, LayerReport::plus));
        }
        return layers;
    }

    /** What somebody should look at, by layers and then by processes. */
    public List<CacheAlarm> alarms() {
        List<CacheAlarm> alarms = new ArrayList<>();
        layers().values().forEach(layer -> alarms.addAll(CacheAlarm.of(layer)));
        processes.forEach(process -> CacheAlarm.of(process).ifPresent(alarms::add));
        return List.copyOf(alarms);
    }
}
