-- Jobs that belong together. detail has which of them are over, and what follows.
CREATE TABLE job_batch (
    id         VARCHAR(120) NOT NULL,
    name       VARCHAR(100) NOT NULL,
    owner_id   BIGINT       NOT NULL,
    size       INT          NOT NULL,
    done       INT          NOT NULL,
    failed     INT          NOT NULL,
    open       BOOLEAN      NOT NULL,
    created_at BIGINT       NOT NULL,
    updated_at BIGINT       NOT NULL,
    detail     LONGTEXT     NOT NULL,
    version    BIGINT       NOT NULL,
    PRIMARY KEY (id),
    KEY job_batch_open (open, updated_at),
    KEY job_batch_created (created_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE job ADD KEY job_of_batch (batch_id);
