-- Who did what, append-only. Times are microseconds since 1970.
CREATE TABLE audit_event (
    id          BIGINT      NOT NULL,
    at          BIGINT      NOT NULL,
    actor_id    BIGINT      NOT NULL,
    action      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    object_type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    object_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    address     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state_before CHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    state_after  CHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (id),
    KEY audit_event_at (at, id),
    KEY audit_event_actor (actor_id, at),
    KEY audit_event_object (object_id, at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The order entries are sealed in: 'E' an audit_event, 'L' a row of the ledger. The link is the hash of the link before and of the entry.
CREATE TABLE audit_chain (
    position  BIGINT     NOT NULL,
    source    CHAR(1)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source_id BIGINT     NOT NULL,
    link      BINARY(32) NOT NULL,
    PRIMARY KEY (position),
    UNIQUE KEY audit_chain_source (source, source_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One signed head per sealed batch; hexadecimal.
CREATE TABLE audit_head (
    number         BIGINT    NOT NULL,
    first_position BIGINT    NOT NULL,
    entries        BIGINT    NOT NULL,
    root           CHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    chain          CHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    previous       CHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sealed_at      BIGINT    NOT NULL,
    public_key     CHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    signature      CHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (number),
    UNIQUE KEY audit_head_first (first_position)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The fencing token of whoever sealed last.
CREATE TABLE audit_sealer (
    name          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fencing_token BIGINT      NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TRIGGER audit_event_never_updated BEFORE UPDATE ON audit_event FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is append-only: UPDATE refused';

CREATE TRIGGER audit_event_never_deleted BEFORE DELETE ON audit_event FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is append-only: DELETE refused';

CREATE TRIGGER audit_chain_never_updated BEFORE UPDATE ON audit_chain FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is append-only: UPDATE refused';

CREATE TRIGGER audit_chain_never_deleted BEFORE DELETE ON audit_chain FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is append-only: DELETE refused';

CREATE TRIGGER audit_head_never_updated BEFORE UPDATE ON audit_head FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is append-only: UPDATE refused';

CREATE TRIGGER audit_head_never_deleted BEFORE DELETE ON audit_head FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is append-only: DELETE refused';
