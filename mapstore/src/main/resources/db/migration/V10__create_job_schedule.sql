-- How far each schedule is; the schedules themselves are in the program.
CREATE TABLE job_schedule (
    name            VARCHAR(100) NOT NULL,
    accounted_until BIGINT       NOT NULL,
    last_fired      BIGINT       NULL,
    paused          BOOLEAN      NOT NULL,
    requested_at    BIGINT       NULL,
    version         BIGINT       NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
