package org.csrgrid.gridnode.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.csrgrid.config.settings.RetentionSettings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.grid.job.HouseJobs;
import org.csrgrid.grid.job.HouseJobs.CleanupWork;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.gridnode.job.RecordedContext;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.Migrations;
import org.csrgrid.mapstore.retention.ExpiredRows;
import org.csrgrid.mapstore.retention.RetentionRule;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanupExpiredDataTest {

    private static final Instant NOW = Instant.parse("2026-11-05T10:00:00Z");
    private static Database database;

    private final RetentionSettings settings =
            SettingsLoader.defaultsWith(Map.of("retention.batch-size", "2")).retention();
    private final CleanupExpiredData handler = new CleanupExpiredData(
            new ExpiredRows(new Reading(database.jdbi())), settings, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void open() {
        database = Database.open(TestServer.mariaDb().emptySchema());
        Migrations.migrate(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("job", "job_archive", "payment_event", "dead_letter", "job_batch")) {
            database.jdbi().useHandle(handle -> handle.execute("DELETE FROM " + table));
        }
    }

    @Test
    void each_kind_of_row_goes_at_its_age_to_the_microsecond_and_no_other() throws Exception {
        job("old", "export", "SUCCEEDED", Duration.ofMinutes(60).plusNanos(1_000));
        job("just-in-time", "export", "SUCCEEDED", Duration.ofMinutes(60));
        job("cancelled", "export", "CANCELLED", Duration.ofHours(2));
        job("dead", "export", "DEAD", Duration.ofHours(2));
        job("waiting", "export", "READY", null);
        job("confirmed", "send-payment-confirmation", "SUCCEEDED", Duration.ofDays(400));
        job("confirmed-long-ago", "send-payment-confirmation", "SUCCEEDED", Duration.ofDays(402));
        job("milestone", "send-milestone", "SUCCEEDED", Duration.ofDays(5_000));
        event("processed", Duration.ofDays(31));
        event("processed-lately", Duration.ofDays(29));
        event("unprocessed", null);
        letter("letter", Duration.ofDays(91));
        mailedToken("run-out", Duration.ofHours(25));
        mailedToken("run-out-lately", Duration.ofHours(23));
        batch("over", false, Duration.ofDays(31));
        batch("over-lately", false, Duration.ofDays(29));
        batch("open", true, Duration.ofDays(31));

        RecordedContext context = context(false);
        handler.run(new CleanupWork(false), context);

        assertThat(column("SELECT id FROM job"))
                .containsExactlyInAnyOrder("just-in-time", "dead", "waiting", "confirmed", "milestone");
        assertThat(column("SELECT event_id FROM payment_event"))
                .containsExactlyInAnyOrder("processed-lately", "unprocessed");
        assertThat(column("SELECT row_key FROM dead_letter")).isEmpty();
        assertThat(column("SELECT hash FROM account_token")).containsExactly("run-out-lately");
        assertThat(column("SELECT id FROM job_batch")).containsExactlyInAnyOrder("over-lately", "open");
        assertThat(context.lines)
                .containsExactly("deleted: archived jobs 0, batches 1, confirmations 1, dead jobs 0, dead letters 1,"
                        + " finished jobs 2, mailed tokens 1, payment events 1, sessions 0");
    }

    @Test
    void dead_jobs_go_to_the_archive_without_their_payload_and_leave_it_in_the_end() throws Exception {
        job("dead", "export", "DEAD", Duration.ofDays(8));
        job("forgotten", "export", "DEAD", Duration.ofDays(91));
        job("confirmation", "send-payment-confirmation", "DEAD", Duration.ofDays(91));

        handler.run(new CleanupWork(false), context(false));

        assertThat(column("SELECT id FROM job")).containsExactly("confirmation");
        assertThat(column("SELECT CONCAT(id, ' ', last_error) FROM job_archive"))
                .containsExactly("dead no disk");
    }

    @Test
    void a_dry_run_says_what_would_go_and_deletes_nothing() throws Exception {
        jobs(5);
        RecordedContext context = context(true);
        handler.run(new CleanupWork(true), context);

        assertThat(context.lines.getFirst()).startsWith("would delete: ").contains("finished jobs 5");
        assertThat(column("SELECT id FROM job")).hasSize(5);
    }

    @Test
    void an_attempt_after_a_crash_goes_on_and_reports_the_sum() throws Exception {
        jobs(7);
        RecordedContext first = context(false).interruptedAfter(3);
        assertThatThrownBy(() -> handler.run(new CleanupWork(false), first)).isInstanceOf(InterruptedException.class);
        assertThat(column("SELECT id FROM job")).hasSize(3);
        assertThat(first.progress).containsExactly("2/0 finished jobs", "4/0 finished jobs");

        RecordedContext second = first.next();
        handler.run(new CleanupWork(false), second);

        assertThat(column("SELECT id FROM job")).isEmpty();
        assertThat(second.lines.getFirst()).contains("finished jobs 7");
        RecordedContext again = context(false);
        handler.run(new CleanupWork(false), again);
        assertThat(again.lines.getFirst()).contains("finished jobs 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "donation", "campaign_totals", "audit", "audit_record", "job; DROP TABLE ledger"})
    void no_rule_can_name_money_audit_or_anything_but_a_table(String table) {
        assertThatThrownBy(() -> new RetentionRule("x", table, "at", "TRUE", Duration.ofDays(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RecordedContext context(boolean dryRun) {
        return new RecordedContext(HouseJobs.CLEANUP_EXPIRED_DATA.request(new CleanupWork(dryRun)));
    }

    private void jobs(int count) {
        for (int index = 0; index < count; index++) {
            job("job-" + index, "export", "SUCCEEDED", Duration.ofHours(2));
        }
    }

    private void job(String id, String name, String state, Duration finishedAgo) {
        Long finished = finishedAgo == null ? null : Micros.of(NOW.minus(finishedAgo));
        database.jdbi().useHandle(handle -> handle.execute("""
                        INSERT INTO job (id, affinity, name, channel, payload, state, attempts, run_at, finished_at,
                            last_token, last_error, created_at, version)
                        VALUES (?, 0, ?, 'EXPORTS', '{"name":"secret"}', ?, 1, 0, ?, 1, 'no disk', 0, 1)
                        """, id, name, state, finished));
    }

    private void event(String id, Duration processedAgo) {
        Long processed = processedAgo == null ? null : Micros.of(NOW.minus(processedAgo));
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO payment_event (gateway, event_id, type, body, received_at, processed_at)"
                                + " VALUES ('sandbox', ?, 'payment', '{}', 0, ?)",
                        id,
                        processed));
    }

    private void letter(String key, Duration ago) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO dead_letter (map_name, row_key, payload, reason, at_micros)"
                                + " VALUES ('jobs', ?, '{}', 'too long', ?)",
                        key,
                        Micros.of(NOW.minus(ago))));
    }

    private void mailedToken(String hash, Duration ago) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO account_token (hash, purpose, email, name, language, expires_at, version)"
                                + " VALUES (?, 'REGISTER', 'x@example.org', 'X', 'en', ?, 1)",
                        hash,
                        Micros.of(NOW.minus(ago))));
    }

    private void batch(String id, boolean open, Duration ago) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO job_batch (id, name, owner_id, size, done, failed, open, created_at, updated_at,"
                                + " detail, version) VALUES (?, 'x', 0, 1, 1, 0, ?, 0, ?, '{}', 1)",
                        id,
                        open,
                        Micros.of(NOW.minus(ago))));
    }

    private List<String> column(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
