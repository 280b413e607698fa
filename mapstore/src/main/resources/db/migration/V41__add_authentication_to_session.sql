ALTER TABLE user_session
    ADD COLUMN refresh_hash     VARCHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    ADD COLUMN authenticated_at BIGINT      NOT NULL DEFAULT 0,
    ADD COLUMN second_factor    BOOLEAN     NOT NULL DEFAULT FALSE;
