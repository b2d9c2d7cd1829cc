-- Care: how customers are to be served, and the playbooks that tickets follow.
ALTER TABLE ${crm_tables}customer ADD COLUMN handling TEXT;
ALTER TABLE ${crm_tables}ticket ADD COLUMN playbooks TEXT DEFAULT '[]' NOT NULL;
