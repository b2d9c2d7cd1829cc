-- Tickets: the priority before an escalation raised it, and since when whoever is responsible is.
ALTER TABLE ${crm_tables}ticket ADD COLUMN raised_from VARCHAR(16);
ALTER TABLE ${crm_tables}ticket ADD COLUMN assigned_at TIMESTAMPTZ(6);

CREATE INDEX ${crm_prefix}ticket_assigned ON ${crm_tables}ticket (tenant, assignee, assigned_at) WHERE assignee IS NOT NULL;
