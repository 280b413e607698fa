package org.csrgrid.mapstore.database;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;

/** Brings the schema to the version of this program. */
public final class Migrations {
    private static final String DEFAULT_LOCATION = "classpath:db/migration";

    private Migrations() {}

    /**
     * Applies what is missing from {@code db/migration} and returns how many migrations that were. Several processes may
     * call this at once: they take turns under a lock in the database.
     *
     * @throws SchemaMismatchException when the schema is newer than this program or an applied migration was changed
     * @throws DatabaseUnavailableException when the database does not answer or a statement of a migration fails
     */
    public static int migrate(Database database) {
        return migrate(database, DEFAULT_LOCATION);
    }

    static int migrate(Database database, String location) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.pool())
                .locations(location)
                .ignoreMigrationPatterns(new String[0])
                .validateOnMigrate(false)
                .loggers("slf4j")
                .load();
        try {
            requireOurSchema(flyway);
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException failure) {
            throw new DatabaseUnavailableException("The schema could not be migrated: " + firstLine(failure), failure);
        }
    }

    private static void requireOurSchema(Flyway flyway) {
        requireNotNewer(flyway);
        ValidateResult result = flyway.validateWithResult();
        List<ValidateOutput> problems = result.invalidMigrations.stream()
                .filter(problem -> !problem.errorDetails.errorCode.toString().startsWith("RESOLVED_"))
                .toList();
        if (!problems.isEmpty()) {
            throw new SchemaMismatchException(problems.stream()
                    .map(problem -> "version %s: %s".formatted(problem.version, problem.errorDetails.errorCode))
                    .collect(Collectors.joining("; ", "The schema does not match this program: ", "")));
        }
    }

    private static void requireNotNewer(Flyway flyway) {
        for (MigrationInfo info : flyway.info().applied()) {
            MigrationVersion version = info.getVersion();
            if (version != null && info.getState().name().startsWith("FUTURE")) {
                throw new SchemaMismatchException(
                        "The schema is at version %s, newer than this program: start a newer program"
                                .formatted(version));
            }
        }
    }

    private static String firstLine(FlywayException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && !(deepest instanceof SQLException)) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
