-- Idempotency keys of requests that create something, and the id each stands for. Rows never change; the version is always 1.
CREATE TABLE creation (
    id              BIGINT       NOT NULL,
    guard           VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id         BIGINT       NOT NULL,
    idempotency_key VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fingerprint     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at              BIGINT       NOT NULL,
    version         BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY creation_guard (guard)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
