package org.csrgrid.mapstore.job.schedule;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.table.WriteThroughRows;

/** The schedules' map, written through: a pause must not be forgotten. */
public final class ScheduleMapStore extends TableMapStore<String, ScheduleState> {
    private final ScheduleDao dao;

    public ScheduleMapStore(ConnectionSource source, ScheduleDao dao) {
        super(new WriteThroughRows<>(source, ScheduleDao.table()));
        this.dao = dao;
    }

    @Override
    public Map<String, ScheduleState> loadAll(Collection<String> names) {
        return dao.byNames(names).stream().collect(Collectors.toMap(ScheduleState::name, Function.identity()));
    }

    @Override
    public Iterable<String> loadAllKeys() {
        return dao.allNames();
    }
}
