-- Care: how customers are to be served, and the playbooks that tickets follow.
ALTER TABLE ${crm_tables}customer ADD COLUMN handling VARCHAR(1000000);
ALTER TABLE ${crm_tables}ticket ADD COLUMN playbooks VARCHAR(1000000) DEFAULT '[]' NOT NULL;
