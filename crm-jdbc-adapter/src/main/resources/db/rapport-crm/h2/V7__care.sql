-- Care: how customers are to be served, the playbooks that tickets follow, and asking afterwards.
ALTER TABLE ${crm_tables}customer ADD COLUMN handling VARCHAR(1000000);
ALTER TABLE ${crm_tables}ticket ADD COLUMN playbooks VARCHAR(1000000) DEFAULT '[]' NOT NULL;
ALTER TABLE ${crm_tables}ticket ADD COLUMN survey_due_at TIMESTAMP(6) WITH TIME ZONE;
CREATE INDEX ${crm_prefix}ticket_survey ON ${crm_tables}ticket (tenant, survey_due_at, id);

CREATE TABLE ${crm_tables}follow_up (
    tenant        VARCHAR(64)                 NOT NULL,
    id            UUID                        NOT NULL,
    version       BIGINT                      NOT NULL,
    ticket_id     UUID                        NOT NULL,
    resolution_no INTEGER                     NOT NULL,
    customer_id   UUID                        NOT NULL,
    reasons       VARCHAR(1000000)            NOT NULL,
    owner         VARCHAR(64)                 NOT NULL,
    due_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    status        VARCHAR(16)                 NOT NULL,
    result        VARCHAR(1000000),
    scheduled_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT ${crm_prefix}follow_up_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}follow_up_resolution UNIQUE (tenant, ticket_id, resolution_no)
);
CREATE INDEX ${crm_prefix}follow_up_owner ON ${crm_tables}follow_up (tenant, owner, status, due_at, id);
