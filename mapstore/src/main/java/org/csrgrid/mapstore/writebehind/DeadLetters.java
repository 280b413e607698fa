package org.csrgrid.mapstore.writebehind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.mapstore.database.ConnectionSource;

/** The table {@code dead_letter}: one row per map and key, the newest refusal. Safe for any number of threads. */
public final class DeadLetters {
    private static final int KEY_LENGTH = 128;
    private static final int REASON_LENGTH = 1000;

    private final ConnectionSource source;
    private final InstantSource clock;

    /** Uses a connection per call. */
    public DeadLetters(ConnectionSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Keeps the row, replacing an earlier letter of the same map and key; over-long keys and reasons are cut. */
    public void add(String map, String key, String payload, String reason) throws SQLException {
        String sql = """
                INSERT INTO dead_letter (map_name, row_key, payload, reason, at_micros) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    payload = VALUES(payload), reason = VALUES(reason), at_micros = VALUES(at_micros)
                """;
        try (Connection connection = source.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, map);
            statement.setString(2, cut(key, KEY_LENGTH));
            statement.setString(3, payload);
            statement.setString(4, cut(reason, REASON_LENGTH));
            statement.setLong(5, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
            statement.executeUpdate();
        }
    }

    /** How many letters there are. */
    public long count() throws SQLException {
        try (Connection connection = source.open();
                PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM dead_letter");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The newest letters first, at most {@code limit}. */
    public List<DeadLetter> newest(int limit) throws SQLException {
        String sql = """
                SELECT map_name, row_key, payload, reason, at_micros
                FROM dead_letter ORDER BY at_micros DESC, map_name, row_key LIMIT ?
                """;
        try (Connection connection = source.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            List<DeadLetter> letters = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    letters.add(new DeadLetter(
                            result.getString(1),
                            result.getString(2),
                            result.getString(3),
                            result.getString(4),
                            Instant.EPOCH.plus(result.getLong(5), ChronoUnit.MICROS)));
                }
            }
            return letters;
        }
    }

    private static String cut(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }
}
