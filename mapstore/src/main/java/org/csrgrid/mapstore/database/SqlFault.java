package org.csrgrid.mapstore.database;

import com.mysql.cj.jdbc.exceptions.PacketTooBigException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed statement means for the one who issued it. */
public enum SqlFault {
    /** The rows themselves cannot be stored; trying again changes nothing. */
    DATA,
    /** Lost a race for locks; the transaction was rolled back and may simply run again. */
    LOCK,
    /** The database cannot do its work now: down, unreachable, read-only, full, or its schema is not ours. */
    UNAVAILABLE;

    private static final Set<Integer> LOCK_CODES = Set.of(1205, 1213, 1020, 3572);
    private static final Set<Integer> DATA_CODES =
            Set.of(1048, 1062, 1153, 1264, 1265, 1292, 1364, 1366, 1367, 1406, 1411, 1452, 1690, 3140, 3819, 4025);

    /**
     * Reads the meaning from the first {@link SQLException} in the chain of causes. A failure without one happened while
     * the row was turned into parameters, so it is the row's fault. Unknown SQL errors count as {@link #UNAVAILABLE}:
     * keeping rows and trying later loses nothing.
     */
    public static SqlFault of(Throwable failure) {
        SQLException cause = sqlException(failure);
        if (cause == null) {
            return failure instanceof RuntimeException ? DATA : UNAVAILABLE;
        }
        if (LOCK_CODES.contains(cause.getErrorCode()) || "40001".equals(cause.getSQLState())) {
            return LOCK;
        }
        return isDataFault(cause) ? DATA : UNAVAILABLE;
    }

    /** One line saying what went wrong, fit for a dead letter or an exception message. */
    public static String reason(Throwable failure) {
        SQLException cause = sqlException(failure);
        if (cause == null) {
            return firstLine(failure.toString());
        }
        return "%s (error %d, SQL state %s)"
                .formatted(firstLine(String.valueOf(cause.getMessage())), cause.getErrorCode(), cause.getSQLState());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("no reason given");
    }

    private static boolean isDataFault(SQLException cause) {
        if (cause instanceof SQLIntegrityConstraintViolationException
                || cause instanceof PacketTooBigException
                || DATA_CODES.contains(cause.getErrorCode())) {
            return true;
        }
        String state = cause.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static @Nullable SQLException sqlException(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
