-- The staff, for H2: employees, courses, and what tasks ask for.

CREATE TABLE ${crm_tables}employee (
    tenant            VARCHAR(64)                 NOT NULL,
    id                UUID                        NOT NULL,
    version           BIGINT                      NOT NULL,
    actor             VARCHAR(64)                 NOT NULL,
    roles             VARCHAR(1000000)            NOT NULL,
    skills            VARCHAR(1000000)            NOT NULL,
    calendar          VARCHAR(64)                 NOT NULL,
    capacity          INTEGER                     NOT NULL,
    status            VARCHAR(16)                 NOT NULL,
    assignments       VARCHAR(1000000)            NOT NULL,
    completed_courses VARCHAR(1000000)            NOT NULL,
    certificates      VARCHAR(1000000)            NOT NULL,
    registered_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT ${crm_prefix}employee_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}employee_actor UNIQUE (tenant, actor)
);
CREATE INDEX ${crm_prefix}employee_page ON ${crm_tables}employee (tenant, registered_at, id);

CREATE TABLE ${crm_tables}course (
    tenant     VARCHAR(64)                 NOT NULL,
    id         UUID                        NOT NULL,
    version    BIGINT                      NOT NULL,
    definition VARCHAR(1000000)            NOT NULL,
    revision   INTEGER                     NOT NULL,
    status     VARCHAR(16)                 NOT NULL,
    defined_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT ${crm_prefix}course_pk PRIMARY KEY (tenant, id)
);

-- The channel is empty where a requirement counts on all, so that it can be part of the unique key.
CREATE TABLE ${crm_tables}requirement (
    tenant         VARCHAR(64)                 NOT NULL,
    id             UUID                        NOT NULL,
    version        BIGINT                      NOT NULL,
    task           VARCHAR(32)                 NOT NULL,
    channel        VARCHAR(64)                 NOT NULL,
    certifications VARCHAR(1000000)            NOT NULL,
    stated_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT ${crm_prefix}requirement_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}requirement_task UNIQUE (tenant, task, channel)
);
