-- Customer relations for PostgreSQL. Flyway placeholders: ${crm_tables} stands before every table's name (schema and prefix),
-- ${crm_prefix} before every other name (prefix only).

CREATE TABLE ${crm_tables}customer (
    tenant         VARCHAR(64)                 NOT NULL,
    id             UUID                        NOT NULL,
    version        BIGINT                      NOT NULL,
    kind           VARCHAR(16)                 NOT NULL,
    full_name      VARCHAR(200)                NOT NULL,
    locale         VARCHAR(64),
    zone           VARCHAR(64),
    contact_points TEXT                        NOT NULL,
    external_ids   TEXT                        NOT NULL,
    tags           TEXT                        NOT NULL,
    status         VARCHAR(16)                 NOT NULL,
    registered_at  TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}customer_pk PRIMARY KEY (tenant, id)
);
CREATE INDEX ${crm_prefix}customer_page ON ${crm_tables}customer (tenant, registered_at, id);

CREATE TABLE ${crm_tables}contact_key (
    tenant      VARCHAR(64)  NOT NULL,
    kind        VARCHAR(16)  NOT NULL,
    contact_key VARCHAR(320) NOT NULL,
    shared_by   UUID         NOT NULL,
    customer_id UUID         NOT NULL,
    CONSTRAINT ${crm_prefix}contact_key_pk PRIMARY KEY (tenant, kind, contact_key, shared_by)
);

CREATE TABLE ${crm_tables}external_id (
    tenant        VARCHAR(64)  NOT NULL,
    external_key  VARCHAR(190) NOT NULL,
    source_system VARCHAR(64)  NOT NULL,
    customer_id   UUID         NOT NULL,
    CONSTRAINT ${crm_prefix}external_id_pk PRIMARY KEY (tenant, external_key, source_system)
);

CREATE TABLE ${crm_tables}ticket (
    tenant            VARCHAR(64)                 NOT NULL,
    id                UUID                        NOT NULL,
    version           BIGINT                      NOT NULL,
    customer_id       UUID                        NOT NULL,
    kind              VARCHAR(16)                 NOT NULL,
    subject           VARCHAR(200)                NOT NULL,
    status            VARCHAR(32)                 NOT NULL,
    source_system     VARCHAR(64),
    external_key      VARCHAR(190),
    opened_at         TIMESTAMPTZ(6)              NOT NULL,
    first_response_at TIMESTAMPTZ(6)             ,
    resolved_at       TIMESTAMPTZ(6)             ,
    closed_at         TIMESTAMPTZ(6)             ,
    resolution_code   VARCHAR(64),
    solution          TEXT,
    reopens           INTEGER                     NOT NULL,
    CONSTRAINT ${crm_prefix}ticket_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}ticket_external_id UNIQUE (tenant, external_key, source_system)
);
CREATE INDEX ${crm_prefix}ticket_page ON ${crm_tables}ticket (tenant, opened_at, id);
CREATE INDEX ${crm_prefix}ticket_customer ON ${crm_tables}ticket (tenant, customer_id, opened_at, id);

-- What happened, to every aggregate: the audit trail. Never updated.
CREATE TABLE ${crm_tables}event (
    tenant       VARCHAR(64)                 NOT NULL,
    family       VARCHAR(32)                 NOT NULL,
    aggregate_id UUID                        NOT NULL,
    sequence_no  BIGINT                      NOT NULL,
    event_type   VARCHAR(64)                 NOT NULL,
    occurred_at  TIMESTAMPTZ(6)              NOT NULL,
    payload      TEXT                        NOT NULL,
    CONSTRAINT ${crm_prefix}event_pk PRIMARY KEY (tenant, family, aggregate_id, sequence_no)
);

-- Which events wait to be published.
CREATE TABLE ${crm_tables}outbox (
    position_no  BIGINT GENERATED ALWAYS AS IDENTITY,
    tenant       VARCHAR(64) NOT NULL,
    family       VARCHAR(32) NOT NULL,
    aggregate_id UUID        NOT NULL,
    sequence_no  BIGINT      NOT NULL,
    CONSTRAINT ${crm_prefix}outbox_pk PRIMARY KEY (tenant, position_no)
);

-- Which command keys were used, and for what.
CREATE TABLE ${crm_tables}command (
    tenant         VARCHAR(64)  NOT NULL,
    command_key    VARCHAR(190) NOT NULL,
    payload_digest VARCHAR(64)  NOT NULL,
    aggregate_id   UUID         NOT NULL,
    sequence_no    BIGINT       NOT NULL,
    CONSTRAINT ${crm_prefix}command_pk PRIMARY KEY (tenant, command_key)
);
