CREATE TABLE user_session (
    id           CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id      BIGINT       NOT NULL,
    created_at   BIGINT       NOT NULL,
    last_seen_at BIGINT       NOT NULL,
    idle_seconds BIGINT       NOT NULL,
    expires_at   BIGINT       NOT NULL,
    device       VARCHAR(200) NOT NULL,
    address      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version      BIGINT       NOT NULL,
    PRIMARY KEY (id),
    KEY user_session_last_seen (last_seen_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
