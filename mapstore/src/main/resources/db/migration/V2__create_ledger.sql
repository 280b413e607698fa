-- Money facts, append-only. Times are microseconds since 1970, amounts are minor units of the currency beside them.
CREATE TABLE ledger (
    id                 BIGINT          NOT NULL,
    kind               VARCHAR(20)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    donation_id        BIGINT          NOT NULL,
    campaign_id        BIGINT          NOT NULL,
    organization_id    BIGINT          NOT NULL,
    donor_id           BIGINT          NOT NULL,
    sequence           INT             NOT NULL,
    amount             BIGINT          NOT NULL,
    currency           CHAR(3)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    campaign_amount    BIGINT          NOT NULL,
    campaign_currency  CHAR(3)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    exchange_rate      DECIMAL(24, 12) NOT NULL,
    guard              VARCHAR(190)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    gateway            VARCHAR(32)     NULL,
    gateway_id         VARCHAR(190)    NULL,
    related_id         BIGINT          NOT NULL,
    actor_id           BIGINT          NOT NULL,
    fingerprint        VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    reason             VARCHAR(1000)   NULL,
    method             VARCHAR(20)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    anonymous          BOOLEAN         NULL,
    note               VARCHAR(500)    NULL,
    programme_id       BIGINT          NULL,
    programme_amount   BIGINT          NULL,
    programme_currency CHAR(3)         CHARACTER SET ascii COLLATE ascii_bin NULL,
    at                 BIGINT          NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY ledger_guard (guard),
    UNIQUE KEY ledger_donation (donation_id, sequence),
    KEY ledger_campaign (campaign_id, kind, donation_id, sequence, campaign_amount),
    KEY ledger_donor (donor_id, kind, donation_id, campaign_id),
    KEY ledger_programme (programme_id, kind, programme_amount),
    KEY ledger_at (at, donation_id, sequence, campaign_id),
    CONSTRAINT ledger_amounts CHECK (amount >= 0 AND campaign_amount >= 0),
    CONSTRAINT ledger_rate CHECK (exchange_rate > 0 AND (currency <> campaign_currency
        OR (exchange_rate = 1 AND amount = campaign_amount))),
    CONSTRAINT ledger_pledge CHECK (sequence >= 0 AND (kind = 'PLEDGED') = (sequence = 0)
        AND (kind = 'PLEDGED') = (method IS NOT NULL) AND (method IS NULL) = (anonymous IS NULL)),
    CONSTRAINT ledger_match CHECK ((kind IN ('MATCH_POSTED', 'MATCH_REVERSED')) = (programme_id IS NOT NULL)
        AND (programme_id IS NULL) = (programme_amount IS NULL)
        AND (programme_id IS NULL) = (programme_currency IS NULL))
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A MySQL server that writes a binary log lets a user without SUPER create triggers only with log_bin_trust_function_creators=1.
CREATE TRIGGER ledger_never_updated BEFORE UPDATE ON ledger FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append-only: UPDATE refused';

CREATE TRIGGER ledger_never_deleted BEFORE DELETE ON ledger FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append-only: DELETE refused';
