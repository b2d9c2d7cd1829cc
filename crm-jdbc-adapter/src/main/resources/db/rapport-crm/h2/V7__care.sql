-- Care: how customers are to be served.
ALTER TABLE ${crm_tables}customer ADD COLUMN handling VARCHAR(1000000);
