-- What the host defines, version by version: calendars, service-level policies. Never updated.
CREATE TABLE ${crm_tables}definition (
    tenant         VARCHAR(64)                 NOT NULL,
    kind           VARCHAR(32)                 NOT NULL,
    definition_key VARCHAR(64)                 NOT NULL,
    version        INT                         NOT NULL,
    content        VARCHAR(1000000)            NOT NULL,
    defined_by     VARCHAR(64)                 NOT NULL,
    defined_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT ${crm_prefix}definition_pk PRIMARY KEY (tenant, kind, definition_key, version)
);

-- Tickets: what they are judged by, and when that has to be looked at next.
ALTER TABLE ${crm_tables}ticket ADD COLUMN agreement VARCHAR(1000000);
ALTER TABLE ${crm_tables}ticket ADD COLUMN watch_at TIMESTAMP(6) WITH TIME ZONE;

CREATE INDEX ${crm_prefix}ticket_watch ON ${crm_tables}ticket (tenant, watch_at, id);

-- Only a ticket that waits has wake_at, so that its state need not be asked for.
DROP INDEX ${crm_tables}ticket_wake;
CREATE INDEX ${crm_prefix}ticket_wake ON ${crm_tables}ticket (tenant, wake_at, id);
