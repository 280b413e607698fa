package org.csrgrid.mapstore.match;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.grid.match.ProgrammeKey;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.table.WriteThroughRows;

/** The matching programmes' map, written through. */
public final class MatchProgrammeMapStore extends TableMapStore<ProgrammeKey, MatchProgramme> {
    private final WriteThroughRows<MatchProgramme> rows;
    private final MatchProgrammeDao dao;

    public MatchProgrammeMapStore(ConnectionSource source, MatchProgrammeDao dao) {
        this(new WriteThroughRows<>(source, MatchProgrammeDao.table()), dao);
    }

    private MatchProgrammeMapStore(WriteThroughRows<MatchProgramme> rows, MatchProgrammeDao dao) {
        super(rows);
        this.rows = rows;
        this.dao = dao;
    }

    @Override
    public void deleteAll(Collection<ProgrammeKey> keys) {
        rows.deleteAll(dao.find(keys).stream().map(MatchProgramme::id).toList());
    }

    @Override
    public Map<ProgrammeKey, MatchProgramme> loadAll(Collection<ProgrammeKey> keys) {
        return dao.find(keys).stream().collect(Collectors.toMap(MatchProgrammeDao::keyOf, Function.identity()));
    }

    @Override
    public Iterable<ProgrammeKey> loadAllKeys() {
        return dao.allKeys();
    }
}
