package org.csrgrid.bench.delivery;

import org.csrgrid.mapstore.database.Database;

/**
 * What really happened, written by the attempts themselves into tables of their own and durable when a method returns, whatever the grid believes. Safe for
 * many threads.
 */
final class DeliveryBook {

    private static final String[] TABLES = {"""
        CREATE TABLE IF NOT EXISTS proof_delivery (
            seq BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
            job_id VARCHAR(150) NOT NULL, token BIGINT NOT NULL, pid BIGINT NOT NULL, attempt INT NOT NULL,
            parent_token BIGINT NOT NULL, cursor_token BIGINT NOT NULL,
            started_at BIGINT NOT NULL, ended_at BIGINT NULL, outcome VARCHAR(20) NULL,
            KEY proof_delivery_job (job_id, token))""", """
        CREATE TABLE IF NOT EXISTS proof_fence (job_id VARCHAR(150) NOT NULL PRIMARY KEY, token BIGINT NOT NULL)""", """
        CREATE TABLE IF NOT EXISTS proof_effect (job_id VARCHAR(150) NOT NULL PRIMARY KEY, token BIGINT NOT NULL)""", """
        CREATE TABLE IF NOT EXISTS proof_posting (
            seq BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, job_id VARCHAR(150) NOT NULL, token BIGINT NOT NULL)"""};

    private final Database database;

    DeliveryBook(Database database) {
        this.database = database;
    }

    void createTables() {
        database.jdbi().useHandle(handle -> {
            for (String table : TABLES) {
                handle.execute(table);
            }
        });
    }

    /**
     * Notes an attempt's start and raises the job's fence to its token; the row's number.
     *
     * @param cursorToken of the attempt that saved the cursor this one found, 0 if there was none
     */
    long begin(String job, long token, int attempt, long parentToken, long cursorToken) {
        return database.jdbi().inTransaction(handle -> {
            handle.execute(
                    "INSERT INTO proof_fence (job_id, token) VALUES (?, ?) ON DUPLICATE KEY UPDATE token = GREATEST(token, VALUES(token))",
                    job,
                    token);
            return handle.createUpdate("""
                            INSERT INTO proof_delivery
                                (job_id, token, pid, attempt, parent_token, cursor_token, started_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?)""")
                    .bind(0, job)
                    .bind(1, token)
                    .bind(2, ProcessHandle.current().pid())
                    .bind(3, attempt)
                    .bind(4, parentToken)
                    .bind(5, cursorToken)
                    .bind(6, System.currentTimeMillis())
                    .executeAndReturnGeneratedKeys("seq")
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** Whether an attempt with a larger token has begun, so that whoever asks has lost its lease for certain. */
    boolean isOvertaken(String job, long token) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT token FROM proof_fence WHERE job_id = ?")
                                .bind(0, job)
                                .mapTo(Long.class)
                                .one()
                        > token);
    }

    /** The fenced effect: once per job, and only by the attempt whose token is the latest; whether this attempt had it. */
    boolean effect(String job, long token) {
        return database.jdbi().inTransaction(handle -> {
            int had = handle.execute(
                    "INSERT IGNORE INTO proof_effect (job_id, token) SELECT job_id, token FROM proof_fence WHERE job_id = ? AND token = ?",
                    job,
                    token);
            if (had == 1) {
                handle.execute("INSERT INTO proof_posting (job_id, token) VALUES (?, ?)", job, token);
            }
            return had == 1;
        });
    }

    /** Notes how an attempt ended. */
    void end(long row, Outcome outcome) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE proof_delivery SET ended_at = ?, outcome = ? WHERE seq = ?",
                        System.currentTimeMillis(),
                        outcome.name(),
                        row));
    }
}
