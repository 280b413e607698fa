-- Jobs with all they carry. A finished job that is kept stays as a row until retention deletes it. detail is NULL for a plain job.
-- A new job is inserted without what has a default.
ALTER TABLE job
    ADD COLUMN organization_id BIGINT       NOT NULL DEFAULT 0 AFTER channel,
    ADD COLUMN owner_id        BIGINT       NOT NULL DEFAULT 0 AFTER organization_id,
    ADD COLUMN batch_id        VARCHAR(150) NULL AFTER owner_id,
    ADD COLUMN payload_version INT          NOT NULL DEFAULT 1 AFTER payload,
    ADD COLUMN secret          BOOLEAN      NOT NULL DEFAULT FALSE AFTER payload_version,
    ADD COLUMN owing           BOOLEAN      NOT NULL DEFAULT FALSE AFTER state,
    ADD COLUMN finished_at     BIGINT       NULL AFTER run_at,
    ADD COLUMN detail          LONGTEXT     NULL AFTER last_error,
    ALTER COLUMN state SET DEFAULT 'READY',
    ALTER COLUMN attempts SET DEFAULT 0,
    ALTER COLUMN last_token SET DEFAULT 0,
    ALTER COLUMN version SET DEFAULT 1,
    DROP KEY job_state,
    ADD KEY job_state (state, created_at),
    ADD KEY job_created (created_at);

-- What operators decided about channels of jobs.
CREATE TABLE job_channel (
    channel     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    paused      BOOLEAN     NOT NULL,
    workers_max INT         NOT NULL,
    version     BIGINT      NOT NULL,
    PRIMARY KEY (channel)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
