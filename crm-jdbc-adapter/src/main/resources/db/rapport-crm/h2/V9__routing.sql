-- Tickets: the priority before an escalation raised it, and since when whoever is responsible is.
ALTER TABLE ${crm_tables}ticket ADD COLUMN raised_from VARCHAR(16);
ALTER TABLE ${crm_tables}ticket ADD COLUMN assigned_at TIMESTAMP(6) WITH TIME ZONE;

CREATE INDEX ${crm_prefix}ticket_assigned ON ${crm_tables}ticket (tenant, assignee, assigned_at);
