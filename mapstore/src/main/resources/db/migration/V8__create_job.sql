-- Unfinished background work; a finished job's row is deleted.
CREATE TABLE job (
    id           VARCHAR(150) NOT NULL,
    affinity     BIGINT       NOT NULL,
    name         VARCHAR(100) NOT NULL,
    channel      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload      LONGTEXT     NOT NULL,
    state        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts     INT          NOT NULL,
    run_at       BIGINT       NOT NULL,
    last_token   BIGINT       NOT NULL,
    lease_worker VARCHAR(100) NULL,
    lease_token  BIGINT       NULL,
    lease_until  BIGINT       NULL,
    last_error   TEXT         NULL,
    created_at   BIGINT       NOT NULL,
    version      BIGINT       NOT NULL,
    PRIMARY KEY (id),
    KEY job_state (state, run_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
