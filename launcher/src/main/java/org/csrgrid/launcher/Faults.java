package org.csrgrid.launcher;

import org.csrgrid.launcher.cluster.ClusterException;
import org.csrgrid.mapstore.database.EmbeddedDatabaseException;
import org.csrgrid.mapstore.database.SchemaMismatchException;

/** What a user reads about a fault. */
final class Faults {

    private Faults() {}

    /** The message of a fault that was meant for a user; for any other one also its kind, and how to see more. */
    static String inOneLine(Throwable fault) {
        String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        return switch (fault) {
            case CommandException _, ClusterException _, EmbeddedDatabaseException _, SchemaMismatchException _ ->
                message;
            default -> "%s: %s (--debug shows more)".formatted(fault.getClass().getSimpleName(), message);
        };
    }
}
