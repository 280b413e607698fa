package org.csrgrid.launcher.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.config.settings.DatabaseSettings;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.gridnode.DatabaseAccess;
import org.csrgrid.mapstore.database.Database;

/** A campaign that takes donations in euros now; what first steps are shown with. */
public record DemoCampaign(long id, String title) {

    private static final Duration STILL_OPEN = Duration.ofDays(1);

    /** One that runs for another day at least, if there is any. */
    public static Optional<DemoCampaign> find(DatabaseSettings settings) {
        Instant now = Instant.now();
        Map<String, Object> times = Map.of("now", Micros.of(now), "tomorrow", Micros.of(now.plus(STILL_OPEN)));
        try (Database database = Database.open(DatabaseAccess.options(settings).withPoolSize(1))) {
            return database.jdbi().withHandle(handle -> handle.createQuery("""
                            SELECT id, JSON_UNQUOTE(JSON_EXTRACT(detail, '$.title.en')) AS title FROM campaign
                            WHERE status = 'ACTIVE' AND visibility = 'PUBLIC' AND currency = 'EUR'
                              AND starts_at < :now AND ends_at > :tomorrow
                            ORDER BY id LIMIT 1
                            """)
                    .bindMap(times)
                    .map((row, _) -> new DemoCampaign(row.getLong("id"), row.getString("title")))
                    .findFirst());
        }
    }
}
