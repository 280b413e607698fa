CREATE TABLE dead_letter (
    map_name  VARCHAR(64)   NOT NULL,
    row_key   VARCHAR(128)  NOT NULL,
    payload   LONGTEXT      NOT NULL,
    reason    VARCHAR(1000) NOT NULL,
    at_micros BIGINT        NOT NULL,
    PRIMARY KEY (map_name, row_key),
    KEY dead_letter_at (at_micros)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
