-- The plans for potential problems. Earlier versions of a playbook are in its events.
CREATE TABLE ${crm_tables}playbook (
    tenant        VARCHAR(64)                 NOT NULL,
    id            UUID                        NOT NULL,
    version       BIGINT                      NOT NULL,
    playbook_key  VARCHAR(64)                 NOT NULL,
    playbook_name VARCHAR(200)                NOT NULL,
    status        VARCHAR(16)                 NOT NULL,
    draft         VARCHAR(1000000),
    latest        VARCHAR(1000000),
    created_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT ${crm_prefix}playbook_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}playbook_key UNIQUE (tenant, playbook_key)
);
CREATE INDEX ${crm_prefix}playbook_page ON ${crm_tables}playbook (tenant, created_at, id);
