-- Dead jobs that nobody looked after in time: what failed, when and why, without what they were to do.
CREATE TABLE job_archive (
    id          VARCHAR(150) NOT NULL,
    name        VARCHAR(100) NOT NULL,
    channel     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts    INT          NOT NULL,
    last_error  TEXT         NULL,
    created_at  BIGINT       NOT NULL,
    finished_at BIGINT       NOT NULL,
    PRIMARY KEY (id),
    KEY job_archive_finished (finished_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Clean-up looks for the oldest first.
ALTER TABLE job ADD KEY job_finished (finished_at);
