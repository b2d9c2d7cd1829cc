-- Care: how customers are to be served.
ALTER TABLE ${crm_tables}customer ADD COLUMN handling TEXT;
