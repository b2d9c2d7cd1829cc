-- The staff, for PostgreSQL: employees, courses, and what tasks ask for.

CREATE TABLE ${crm_tables}employee (
    tenant            VARCHAR(64)    NOT NULL,
    id                UUID           NOT NULL,
    version           BIGINT         NOT NULL,
    actor             VARCHAR(64)    NOT NULL,
    roles             TEXT           NOT NULL,
    skills            TEXT           NOT NULL,
    calendar          VARCHAR(64)    NOT NULL,
    capacity          INTEGER        NOT NULL,
    status            VARCHAR(16)    NOT NULL,
    assignments       TEXT           NOT NULL,
    completed_courses TEXT           NOT NULL,
    certificates      TEXT           NOT NULL,
    registered_at     TIMESTAMPTZ(6) NOT NULL,
    CONSTRAINT ${crm_prefix}employee_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}employee_actor UNIQUE (tenant, actor)
);
CREATE INDEX ${crm_prefix}employee_page ON ${crm_tables}employee (tenant, registered_at, id);

CREATE TABLE ${crm_tables}course (
    tenant     VARCHAR(64)    NOT NULL,
    id         UUID           NOT NULL,
    version    BIGINT         NOT NULL,
    definition TEXT           NOT NULL,
    revision   INTEGER        NOT NULL,
    status     VARCHAR(16)    NOT NULL,
    defined_at TIMESTAMPTZ(6) NOT NULL,
    CONSTRAINT ${crm_prefix}course_pk PRIMARY KEY (tenant, id)
);

-- The channel is empty where a requirement counts on all, so that it can be part of the unique key.
CREATE TABLE ${crm_tables}requirement (
    tenant         VARCHAR(64)    NOT NULL,
    id             UUID           NOT NULL,
    version        BIGINT         NOT NULL,
    task           VARCHAR(32)    NOT NULL,
    channel        VARCHAR(64)    NOT NULL,
    certifications TEXT           NOT NULL,
    stated_at      TIMESTAMPTZ(6) NOT NULL,
    CONSTRAINT ${crm_prefix}requirement_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}requirement_task UNIQUE (tenant, task, channel)
);
