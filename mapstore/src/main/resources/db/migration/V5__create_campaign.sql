CREATE TABLE campaign (
    id              BIGINT       NOT NULL,
    organization_id BIGINT       NOT NULL,
    organizer_id    BIGINT       NOT NULL,
    slug            VARCHAR(190) NOT NULL,
    goal            BIGINT       NOT NULL,
    currency        CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    category        VARCHAR(100) NOT NULL,
    visibility      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    featured        BOOLEAN      NOT NULL,
    priority        INT          NOT NULL,
    status          VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    detail          JSON         NOT NULL,
    starts_at       BIGINT       NOT NULL,
    ends_at         BIGINT       NOT NULL,
    created_at      BIGINT       NOT NULL,
    updated_at      BIGINT       NOT NULL,
    version         BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY campaign_slug (slug),
    KEY campaign_organization (organization_id),
    CONSTRAINT campaign_goal CHECK (goal > 0),
    CONSTRAINT campaign_dates CHECK (ends_at > starts_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Totals as of their last flush, for readers of the database; the grid itself always folds the ledger. version = entries contained.
CREATE TABLE campaign_totals (
    campaign_id    BIGINT  NOT NULL,
    currency       CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    captured       BIGINT  NOT NULL,
    refunded       BIGINT  NOT NULL,
    disputes_lost  BIGINT  NOT NULL,
    matched        BIGINT  NOT NULL,
    match_reversed BIGINT  NOT NULL,
    donations      BIGINT  NOT NULL,
    version        BIGINT  NOT NULL,
    PRIMARY KEY (campaign_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
