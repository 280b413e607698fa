package org.csrgrid.mapstore.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.grid.match.ProgrammeKey;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** Matching programmes as rows of {@code match_programme}. */
public final class MatchProgrammeDao {
    private static final List<String> VALUE_COLUMNS =
            List.of("organization_id", "programme_year", "rate_percent", "cap_per_employee", "budget", "currency");

    private final Reading reading;

    public MatchProgrammeDao(Reading reading) {
        this.reading = reading;
    }

    static VersionedTable<MatchProgramme> table() {
        return new VersionedTable<>(
                "match_programme", "id", VALUE_COLUMNS, List.of("version"), MatchProgrammeDao::values);
    }

    static ProgrammeKey keyOf(MatchProgramme programme) {
        return new ProgrammeKey(programme.organizationId(), programme.year());
    }

    /** The programmes under these keys that are there, in no order. */
    public List<MatchProgramme> find(Collection<ProgrammeKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Long> organizations =
                keys.stream().map(ProgrammeKey::organizationId).distinct().toList();
        return reading
                .run(handle -> handle.createQuery("SELECT * FROM match_programme WHERE organization_id IN (<keys>)")
                        .bindList("keys", organizations)
                        .map((row, _) -> read(row))
                        .list())
                .stream()
                .filter(programme -> keys.contains(keyOf(programme)))
                .toList();
    }

    public List<ProgrammeKey> allKeys() {
        return reading.run(handle -> handle.createQuery("SELECT organization_id, programme_year FROM match_programme")
                .map((row, _) -> new ProgrammeKey(row.getLong("organization_id"), row.getInt("programme_year")))
                .list());
    }

    private static List<@Nullable Object> values(MatchProgramme programme) {
        return Arrays.asList(
                programme.id(),
                programme.organizationId(),
                programme.year(),
                programme.ratePercent(),
                programme.capPerEmployee().minorUnits(),
                programme.budget().minorUnits(),
                programme.currency().getCurrencyCode(),
                programme.version());
    }

    private static MatchProgramme read(ResultSet row) throws SQLException {
        return new MatchProgramme(
                row.getLong("id"),
                row.getLong("organization_id"),
                row.getInt("programme_year"),
                row.getInt("rate_percent"),
                ColumnValues.money(row, "cap_per_employee", "currency"),
                ColumnValues.money(row, "budget", "currency"),
                row.getLong("version"));
    }
}
