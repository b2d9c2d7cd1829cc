-- Tickets: how they are sorted, who works on them, what they wait for, and what complaints have beyond other tickets.
ALTER TABLE ${crm_tables}ticket ADD COLUMN wake_at TIMESTAMPTZ(6);
ALTER TABLE ${crm_tables}ticket ADD COLUMN confirmed_at TIMESTAMPTZ(6);
ALTER TABLE ${crm_tables}ticket ADD COLUMN priority VARCHAR(16) DEFAULT 'NORMAL' NOT NULL;
ALTER TABLE ${crm_tables}ticket ADD COLUMN impact VARCHAR(16) DEFAULT 'NORMAL' NOT NULL;
ALTER TABLE ${crm_tables}ticket ADD COLUMN category VARCHAR(64);
ALTER TABLE ${crm_tables}ticket ADD COLUMN tags TEXT DEFAULT '[]' NOT NULL;
ALTER TABLE ${crm_tables}ticket ADD COLUMN assignee VARCHAR(64);
ALTER TABLE ${crm_tables}ticket ADD COLUMN team VARCHAR(64);
ALTER TABLE ${crm_tables}ticket ADD COLUMN watchers TEXT DEFAULT '[]' NOT NULL;
ALTER TABLE ${crm_tables}ticket ADD COLUMN links TEXT DEFAULT '[]' NOT NULL;
ALTER TABLE ${crm_tables}ticket ADD COLUMN merged_into UUID;
ALTER TABLE ${crm_tables}ticket ADD COLUMN complaint TEXT;

CREATE INDEX ${crm_prefix}ticket_status ON ${crm_tables}ticket (tenant, status, opened_at, id);
CREATE INDEX ${crm_prefix}ticket_wake ON ${crm_tables}ticket (tenant, status, wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX ${crm_prefix}ticket_resolved ON ${crm_tables}ticket (tenant, status, resolved_at) WHERE status = 'RESOLVED';
CREATE INDEX ${crm_prefix}ticket_assignee ON ${crm_tables}ticket (tenant, assignee, status);
