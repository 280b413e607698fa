package org.csrgrid.mapstore.job;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.ChannelControl;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredRows;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.table.VersionedTable;
import org.csrgrid.mapstore.table.WriteThroughRows;

/** What operators decided about channels, written through; the key is the channel's JSON name. */
public final class JobChannelMapStore extends TableMapStore<String, ChannelControl> {
    private final StoredRows<ChannelControl> rows;

    public JobChannelMapStore(ConnectionSource source, Reading reading) {
        super(new WriteThroughRows<>(source, table()));
        rows = new StoredRows<>(
                reading,
                table(),
                (row, _) -> new ChannelControl(
                        Channel.fromJsonName(row.getString("channel")).orElseThrow(),
                        row.getBoolean("paused"),
                        row.getInt("workers_max"),
                        row.getLong("version")));
    }

    private static VersionedTable<ChannelControl> table() {
        return new VersionedTable<>(
                "job_channel",
                "channel",
                List.of("paused", "workers_max"),
                List.of("version"),
                control -> Arrays.asList(
                        control.channel().jsonName(), control.isPaused(), control.workersMax(), control.version()));
    }

    @Override
    public Map<String, ChannelControl> loadAll(Collection<String> channels) {
        return rows.find(channels).stream()
                .collect(Collectors.toMap(control -> control.channel().jsonName(), Function.identity()));
    }

    @Override
    public Iterable<String> loadAllKeys() {
        return rows.all("channel", (row, _) -> row.getString("channel"));
    }
}
