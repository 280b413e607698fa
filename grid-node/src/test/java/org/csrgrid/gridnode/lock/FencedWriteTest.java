package org.csrgrid.gridnode.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.csrgrid.grid.lock.HeldLock;
import org.csrgrid.grid.lock.LockGrid;
import org.csrgrid.gridnode.testing.Members;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.lock.FencedRow;
import org.csrgrid.mapstore.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row in a real database that is written under a lock. */
class FencedWriteTest {

    private static final FencedRow TILL = new FencedRow("till", "id", 1);
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final DatabaseOptions options = TestServer.mariaDb().emptySchema();
    private final Database database = Database.open(options);
    private final Members members = Members.of(1, config -> LockMap.addTo(config, 0));
    private final LockGrid locks = new LockGrid(members.get(0), "test", InstantSource.system());

    @BeforeEach
    void create_the_row() {
        database.jdbi().useHandle(handle -> {
            handle.execute("CREATE TABLE till (id INT PRIMARY KEY, writer VARCHAR(50), fencing_token BIGINT NOT NULL)");
            handle.execute("INSERT INTO till VALUES (1, 'nobody', 0)");
        });
    }

    @AfterEach
    void close() {
        members.close();
        database.close();
    }

    @Test
    void a_holder_writes_as_often_as_it_likes_until_a_later_one_has_written() {
        HeldLock first = locks.tryAcquire("till", LEASE, Duration.ZERO).orElseThrow();
        assertThat(write(database, first.token(), "first")).isTrue();
        assertThat(write(database, first.token(), "first again")).isTrue();

        HeldLock second = locks.tryAcquire("till", LEASE, LONG).orElseThrow();
        assertThat(write(database, second.token(), "second")).isTrue();

        assertThat(locks.renew(first, LEASE)).isEmpty();
        assertThat(write(database, first.token(), "first, late")).isFalse();
        assertThat(writer()).isEqualTo("second");
    }

    @Test
    void a_process_that_was_stopped_past_its_lease_and_goes_on_writes_nothing() throws Exception {
        Process stopped = start();
        try (BufferedReader said = stopped.inputReader()) {
            assertThat(await(said, "HELD ")).isNotEmpty();
            assertThat(locks.tryAcquire("till", LEASE, Duration.ZERO)).isEmpty();
            signal(stopped, "STOP");

            HeldLock next = locks.tryAcquire("till", LEASE, LONG).orElseThrow();
            assertThat(write(database, next.token(), "the next one")).isTrue();
            signal(stopped, "CONT");
            stopped.outputWriter().append('\n').flush();

            assertThat(await(said, "WROTE ")).isEqualTo("false");
            assertThat(writer()).isEqualTo("the next one");
        } finally {
            stopped.destroyForcibly();
        }
    }

    static boolean write(Database database, long token, String writer) {
        return database.jdbi().inTransaction(handle -> {
            if (!TILL.claim(handle, token)) {
                return false;
            }
            handle.execute("UPDATE till SET writer = ? WHERE id = 1", writer);
            return true;
        });
    }

    private String writer() {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT writer FROM till")
                .mapTo(String.class)
                .one());
    }

    private Process start() throws IOException {
        HazelcastInstance member = members.get(0);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoppedHolder.class.getName(),
                        member.getConfig().getClusterName(),
                        "127.0.0.1:"
                                + member.getCluster()
                                        .getLocalMember()
                                        .getAddress()
                                        .getPort(),
                        options.url(),
                        options.user(),
                        options.password(),
                        Long.toString(Duration.ofSeconds(5).toMillis()))
                .redirectErrorStream(true)
                .start();
    }

    private static void signal(Process process, String name) throws Exception {
        int answer = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(answer).isZero();
    }

    private static String await(BufferedReader said, String beginning) throws IOException {
        Optional<String> line =
                said.lines().filter(text -> text.startsWith(beginning)).findFirst();
        return line.map(text -> text.substring(beginning.length())).orElse("");
    }
}
