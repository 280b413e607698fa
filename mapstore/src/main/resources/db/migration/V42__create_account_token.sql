-- What was mailed to people who register or forgot their password: the hash of a secret that is good once.
CREATE TABLE account_token (
    hash       CHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purpose    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    email      VARCHAR(254) NOT NULL,
    name       VARCHAR(200) NOT NULL,
    language   VARCHAR(10)  NOT NULL,
    expires_at BIGINT       NOT NULL,
    used_by    VARCHAR(43)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    version    BIGINT       NOT NULL,
    PRIMARY KEY (hash),
    KEY account_token_expires (expires_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
