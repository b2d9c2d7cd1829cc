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
    first_response_at TIMESTAMPTZ(6),
    resolved_at       TIMESTAMPTZ(6),
    closed_at         TIMESTAMPTZ(6),
    resolution_code   VARCHAR(64),
    solution          TEXT,
    reopens           INTEGER                     NOT NULL,
    CONSTRAINT ${crm_prefix}ticket_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}ticket_external_id UNIQUE (tenant, external_key, source_system)
);
CREATE INDEX ${crm_prefix}ticket_page ON ${crm_tables}ticket (tenant, opened_at, id);
CREATE INDEX ${crm_prefix}ticket_customer ON ${crm_tables}ticket (tenant, customer_id, opened_at, id);

CREATE TABLE ${crm_tables}interaction (
    tenant        VARCHAR(64)                 NOT NULL,
    id            UUID                        NOT NULL,
    customer_id   UUID                        NOT NULL,
    channel       VARCHAR(16)                 NOT NULL,
    direction     VARCHAR(8)                  NOT NULL,
    initiative    VARCHAR(16)                 NOT NULL,
    purpose       VARCHAR(16)                 NOT NULL,
    staff         VARCHAR(64),
    thread        VARCHAR(190),
    started_at    TIMESTAMPTZ(6)              NOT NULL,
    ended_at      TIMESTAMPTZ(6),
    outcome       VARCHAR(200),
    sentiment     VARCHAR(16),
    body          TEXT,
    source_system VARCHAR(64),
    external_key  VARCHAR(190),
    recorded_at   TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}interaction_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}interaction_external_id UNIQUE (tenant, external_key, source_system)
);
CREATE INDEX ${crm_prefix}interaction_timeline ON ${crm_tables}interaction (tenant, customer_id, started_at, id);
CREATE INDEX ${crm_prefix}interaction_time ON ${crm_tables}interaction (tenant, started_at);

CREATE TABLE ${crm_tables}purchase (
    tenant        VARCHAR(64)                 NOT NULL,
    id            UUID                        NOT NULL,
    customer_id   UUID                        NOT NULL,
    source_system VARCHAR(64)                 NOT NULL,
    external_key  VARCHAR(190)                NOT NULL,
    bought_at     TIMESTAMPTZ(6)              NOT NULL,
    total_minor   BIGINT                      NOT NULL,
    currency      VARCHAR(3)                  NOT NULL,
    lines         TEXT                        NOT NULL,
    recorded_at   TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}purchase_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}purchase_external_id UNIQUE (tenant, external_key, source_system)
);
CREATE INDEX ${crm_prefix}purchase_customer ON ${crm_tables}purchase (tenant, customer_id, bought_at, id);

CREATE TABLE ${crm_tables}loyalty_account (
    tenant            VARCHAR(64)                 NOT NULL,
    id                UUID                        NOT NULL,
    version           BIGINT                      NOT NULL,
    customer_id       UUID                        NOT NULL,
    program           VARCHAR(64)                 NOT NULL,
    available         BIGINT                      NOT NULL,
    lifetime_earned   BIGINT                      NOT NULL,
    lifetime_redeemed BIGINT                      NOT NULL,
    opened_at         TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}loyalty_account_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}loyalty_account_customer UNIQUE (tenant, customer_id, program)
);

CREATE TABLE ${crm_tables}survey_response (
    tenant        VARCHAR(64)                 NOT NULL,
    id            UUID                        NOT NULL,
    customer_id   UUID                        NOT NULL,
    kind          VARCHAR(16)                 NOT NULL,
    scale_low     INTEGER                     NOT NULL,
    scale_high    INTEGER                     NOT NULL,
    score         INTEGER                     NOT NULL,
    ticket_id     UUID,
    answered_at   TIMESTAMPTZ(6)              NOT NULL,
    source_system VARCHAR(64),
    external_key  VARCHAR(190),
    recorded_at   TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}survey_response_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}survey_response_external_id UNIQUE (tenant, external_key, source_system)
);
CREATE INDEX ${crm_prefix}survey_response_customer
    ON ${crm_tables}survey_response (tenant, customer_id, answered_at, id);
CREATE INDEX ${crm_prefix}survey_response_time ON ${crm_tables}survey_response (tenant, kind, answered_at);

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
