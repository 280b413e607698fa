CREATE TABLE match_programme (
    id               BIGINT  NOT NULL,
    organization_id  BIGINT  NOT NULL,
    programme_year   INT     NOT NULL,
    rate_percent     INT     NOT NULL,
    cap_per_employee BIGINT  NOT NULL,
    budget           BIGINT  NOT NULL,
    currency         CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version          BIGINT  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY match_programme_year (organization_id, programme_year),
    CONSTRAINT match_programme_rate CHECK (rate_percent BETWEEN 1 AND 1000)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Today's rates, the latest only: what a donation was converted at is frozen on its ledger entries.
CREATE TABLE exchange_rate (
    pair          CHAR(6)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    from_currency CHAR(3)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    to_currency   CHAR(3)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rate          DECIMAL(24, 12) NOT NULL,
    PRIMARY KEY (pair),
    CONSTRAINT exchange_rate_pair CHECK (pair = CONCAT(from_currency, to_currency)),
    CONSTRAINT exchange_rate_positive CHECK (rate > 0)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
