-- Gateway events as they came in, one row however often they are delivered.
CREATE TABLE payment_event (
    gateway      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_id     VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type         VARCHAR(100) NOT NULL,
    body         MEDIUMTEXT   NOT NULL,
    received_at  BIGINT       NOT NULL,
    processed_at BIGINT       NULL,
    PRIMARY KEY (gateway, event_id),
    KEY payment_event_processed (processed_at, received_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
