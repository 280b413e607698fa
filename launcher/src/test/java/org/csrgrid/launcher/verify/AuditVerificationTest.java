package org.csrgrid.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditOutcome;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.audit.AuditKey;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.audit.AnchorFolder;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;
import org.csrgrid.mapstore.database.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A real database whose administrator has dropped the triggers and changes what he likes: three heads of four entries, the last of them of the ledger. */
class AuditVerificationTest {

    private static final String SECRET = "a secret only members know";
    private static final AuditKey KEY = AuditKey.of(SECRET);
    private static final List<String> TABLES = List.of("audit_event", "audit_chain", "audit_head", "ledger");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final long EVENTS = 11;

    @TempDir
    private static Path folder;

    private static EmbeddedDatabase server;
    private static Database database;
    private static MapStores stores;
    private static AnchorFolder anchors;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedDatabase.start(EmbeddedOptions.in(folder.resolve("database")).withBufferPoolMegabytes(64));
        database = Database.open(DatabaseOptions.of(server.jdbcUrl(), server.user(), server.password()));
        Migrations.migrate(database);
        stores = MapStores.open(database, MapStoreOptions.DEFAULTS, InstantSource.system());
        stores.auditLog().append(LongStream.rangeClosed(1, EVENTS).mapToObj(id -> event(id)).toList());
        var entry = new Pledges(new AtomicLong(1_000)::incrementAndGet).pledge(5, 8, Money.of(2_500, "EUR"));
        stores.ledger().store(entry.id(), entry);
        anchors = new AnchorFolder(folder.resolve("anchors"));
        anchors.append(seal(KEY));
        execute("DROP TRIGGER ledger_never_updated", "DROP TRIGGER ledger_never_deleted");
        for (String table : List.of("audit_event", "audit_chain", "audit_head")) {
            execute("DROP TRIGGER %s_never_updated".formatted(table), "DROP TRIGGER %s_never_deleted".formatted(table));
        }
        TABLES.forEach(table -> execute("CREATE TABLE clean_%1$s AS SELECT * FROM %1$s".formatted(table)));
    }

    private static AuditEntry event(long id) {
        return new AuditEntry(
                id, NOW.plus(id, ChronoUnit.MILLIS), 7, "cache.cleared", AuditOutcome.SUCCESS, "cache", "c", "", "r", null, null);
    }

    /** Everything there is, four entries under a signature. */
    private static List<SignedHead> seal(AuditKey key) {
        var heads = new ArrayList<SignedHead>();
        for (int batch = 0; batch < 3; batch++) {
            heads.add(stores.auditSealing(key::sign)
                    .seal(Long.MAX_VALUE, Instant.EPOCH, NOW.plusSeconds(9), 4)
                    .orElseThrow());
        }
        return heads;
    }

    @AfterAll
    static void stop() {
        stores.close();
        database.close();
        server.kill();
    }

    @AfterEach
    void clean_up() {
        for (String table : TABLES) {
            execute("DELETE FROM " + table, "INSERT INTO %1$s SELECT * FROM clean_%1$s".formatted(table));
        }
    }

    private static void execute(String... statements) {
        database.jdbi().useHandle(handle -> List.of(statements).forEach(handle::execute));
    }

    private static List<String> verify() {
        return AuditVerification.run(database.jdbi(), anchors, KEY.publicKey(), Instant.now()).first();
    }

    private static String firstAfter(String... statements) {
        execute(statements);
        return verify().getFirst();
    }

    @Test
    void a_trail_nobody_touched_verifies() {
        assertThat(verify()).isEmpty();
    }

    @Test
    void an_edit_of_any_column_of_any_entry_is_found_and_named() {
        for (String edit : List.of(
                "at = at + 1",
                "actor_id = 8",
                "action = 'cache.clearedx'",
                "outcome = 'DENIED'",
                "object_type = 'x'",
                "object_id = 'x'",
                "address = '192.0.2.1'",
                "request_id = 'x'",
                "state_before = REPEAT('a', 64)",
                "state_after = REPEAT('a', 64)")) {
            for (long id = 1; id <= EVENTS; id += 5) {
                assertThat(firstAfter("UPDATE audit_event SET %s WHERE id = %d".formatted(edit, id)))
                        .startsWith("event %d at position ".formatted(id));
                clean_up();
            }
        }
    }

    @Test
    void an_edit_of_the_ledger_is_found_and_named() {
        assertThat(firstAfter("UPDATE ledger SET amount = 1, campaign_amount = 1")).startsWith("ledger entry ");
        clean_up();
        assertThat(firstAfter("UPDATE ledger SET actor_id = 9")).contains("not what was sealed");
    }

    @Test
    void what_people_wrote_may_be_made_unreadable() {
        execute("UPDATE ledger SET note = NULL, reason = 'erased'");

        assertThat(verify()).isEmpty();
    }

    @Test
    void a_deleted_entry_is_found_and_named_with_its_place_or_without() {
        assertThat(firstAfter("DELETE FROM audit_event WHERE id = 6")).isEqualTo(place(6) + ": deleted");
        clean_up();
        assertThat(firstAfter(
                        "DELETE FROM audit_event WHERE id = 6",
                        "DELETE FROM audit_chain WHERE source = 'E' AND source_id = 6"))
                .isEqualTo("positions %1$d to %1$d are missing in the chain".formatted(position(6)));
    }

    private static long position(long id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT position FROM clean_audit_chain WHERE source = 'E' AND source_id = " + id)
                        .mapTo(Long.class)
                        .one());
    }

    private static String place(long id) {
        return "event %d at position %d".formatted(id, position(id));
    }

    @Test
    void an_inserted_entry_is_found_whether_it_claims_a_place_or_not() {
        String insert = "INSERT INTO audit_event SELECT 99, at, 9, action, outcome, object_type, object_id, address,"
                + " request_id, NULL, NULL FROM audit_event WHERE id = 3";

        assertThat(firstAfter(insert)).startsWith("event 99 ").endsWith("never sealed");
        assertThat(firstAfter("INSERT INTO audit_chain VALUES (13, 'E', 99, REPEAT('x', 32))"))
                .isEqualTo("position 13 belongs to no head");
    }

    @Test
    void two_entries_that_changed_places_are_found() {
        assertThat(firstAfter(
                        "UPDATE audit_chain SET position = -1 WHERE position = 6",
                        "UPDATE audit_chain SET position = 6 WHERE position = 7",
                        "UPDATE audit_chain SET position = 7 WHERE position = -1"))
                .contains("at position 6: not what was sealed");
        clean_up();
        assertThat(firstAfter(
                        "UPDATE audit_event SET id = -1 WHERE id = 5",
                        "UPDATE audit_event SET id = 5 WHERE id = 6",
                        "UPDATE audit_event SET id = 6 WHERE id = -1"))
                .isEqualTo(place(5) + ": not what was sealed");
    }

    @Test
    void a_truncated_trail_is_found_by_what_was_anchored() {
        assertThat(firstAfter(
                        "DELETE FROM audit_event WHERE id IN (SELECT source_id FROM audit_chain WHERE source = 'E' AND position > 8)",
                        "DELETE FROM ledger WHERE id IN (SELECT source_id FROM audit_chain WHERE source = 'L' AND position > 8)",
                        "DELETE FROM audit_chain WHERE position > 8",
                        "DELETE FROM audit_head WHERE number > 2"))
                .isEqualTo("the trail ends with head 2, but 1 heads from 3 on were anchored");
    }

    @Test
    void an_edited_or_missing_head_is_found() {
        assertThat(firstAfter("UPDATE audit_head SET sealed_at = sealed_at + 1 WHERE number = 2"))
                .startsWith("head 2, positions 5 to 8: not signed");
        clean_up();
        assertThat(firstAfter("DELETE FROM audit_head WHERE number = 2")).isEqualTo("heads 2 to 2 are missing");
    }

    @Test
    void a_trail_rewritten_from_the_beginning_is_found_even_when_it_is_signed_with_the_stolen_key() {
        for (AuditKey key : List.of(AuditKey.of("of the administrator"), KEY)) {
            execute(
                    "UPDATE audit_event SET actor_id = 9 WHERE id = 1",
                    "DELETE FROM audit_chain",
                    "DELETE FROM audit_head");
            seal(key);

            assertThat(verify().getFirst()).startsWith("head 1, positions 1 to 4: ");
            clean_up();
        }
    }

    private record Run(int exitCode, String out, String err) {}

    private static Run run(String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        var arguments = new ArrayList<>(List.of(
                "--set", "database.url=" + server.jdbcUrl(),
                "--set", "database.user=" + server.user(),
                "--set", "database.password=" + server.password(),
                "--set", "audit.signing-key=" + SECRET));
        arguments.addAll(List.of(more));
        int exitCode = new CommandLine(new VerifyAuditCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }

    @Test
    void the_command_says_whether_it_verifies_by_its_exit_code() {
        String[] given = {"--anchors", folder.resolve("anchors").toString()};
        assertThat(run(given).out()).contains("12 entries in 3 heads, 3 anchored").contains("The audit trail verifies");
        assertThat(run(given).exitCode()).isZero();
        assertThat(run("--anchors", given[1], "--public-key", AuditKey.of("x").publicKey()).exitCode())
                .isEqualTo(1);

        execute("UPDATE audit_event SET actor_id = 9 WHERE id = 4");
        assertThat(run(given).out()).contains(place(4)).contains("The audit trail was changed");
        assertThat(run(given).exitCode()).isEqualTo(1);
    }

    @Test
    void without_anchors_or_database_nothing_is_verified() {
        assertThat(run("--anchors", "/nowhere").exitCode()).isEqualTo(2);
        assertThat(run("--anchors", folder.toString(), "--set", "database.url=jdbc:mysql://127.0.0.1:9/csr").err())
                .hasLineCount(1)
                .contains("the database does not answer");
        assertThat(Files.exists(folder.resolve("anchors"))).isTrue();
    }
}
