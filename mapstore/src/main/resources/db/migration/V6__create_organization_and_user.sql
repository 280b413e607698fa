CREATE TABLE organization (
    id                  BIGINT       NOT NULL,
    name                VARCHAR(200) NOT NULL,
    mission             JSON         NOT NULL,
    registration_number VARCHAR(100) NOT NULL,
    tax_id              VARCHAR(100) NOT NULL,
    category            VARCHAR(100) NOT NULL,
    country             CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    city                VARCHAR(200) NOT NULL,
    website             VARCHAR(500) NULL,
    email               VARCHAR(254) NULL,
    status              VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at          BIGINT       NOT NULL,
    updated_at          BIGINT       NOT NULL,
    version             BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY organization_registration (registration_number),
    UNIQUE KEY organization_tax (tax_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE app_user (
    id              BIGINT       NOT NULL,
    email           VARCHAR(254) NOT NULL,
    name            VARCHAR(200) NOT NULL,
    password_hash   VARCHAR(255) NOT NULL,
    roles           JSON         NOT NULL,
    organization_id BIGINT       NOT NULL,
    department      VARCHAR(200) NULL,
    language        VARCHAR(10)  NOT NULL,
    currency        CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status          VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at      BIGINT       NOT NULL,
    updated_at      BIGINT       NOT NULL,
    version         BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY app_user_email (email)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
