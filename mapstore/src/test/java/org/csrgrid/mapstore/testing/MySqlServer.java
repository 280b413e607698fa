package org.csrgrid.mapstore.testing;

import java.util.Locale;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/** Decided by the system property {@code csr.test.mysql}: {@code auto} (default), {@code force} or {@code skip}. */
final class MySqlServer extends TestServer {
    private static final String PROPERTY = "csr.test.mysql";

    private final MySQLContainer container;

    private MySqlServer(MySQLContainer container) {
        this.container = container;
    }

    static TestServer shared() {
        String mode = System.getProperty(PROPERTY, "auto").toLowerCase(Locale.ROOT);
        switch (mode) {
            case "skip" -> Assumptions.abort("MySQL tests are switched off by " + PROPERTY + "=skip");
            case "auto" ->
                Assumptions.assumeTrue(
                        Docker.ANSWERS,
                        "Docker does not answer, so there is no MySQL 8.4 to test on (" + PROPERTY
                                + "=force makes this a failure)");
            case "force" -> {}
            default -> throw new IllegalArgumentException(PROPERTY + ": " + mode + " (expected: auto, force or skip)");
        }
        return Shared.SERVER;
    }

    @Override
    DatabaseOptions optionsFor(String schema) {
        String url = "jdbc:mysql://%s:%d/%s".formatted(container.getHost(), container.getMappedPort(3306), schema);
        return DatabaseOptions.of(url, "root", container.getPassword());
    }

    private static final class Docker {
        private static final boolean ANSWERS = DockerClientFactory.instance().isDockerAvailable();
    }

    private static final class Shared {
        private static final MySqlServer SERVER = start();

        private static MySqlServer start() {
            MySQLContainer container = new MySQLContainer("mysql:8.4");
            container.withCommand("--skip-log-bin", "--innodb-buffer-pool-size=256M");
            container.start();
            return new MySqlServer(container);
        }
    }
}
