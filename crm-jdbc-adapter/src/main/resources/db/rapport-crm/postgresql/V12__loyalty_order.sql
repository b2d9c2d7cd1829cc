-- Loyalty programs become definitions like others. Lots are numbered by phase, so that an index has them in the order in
-- which a command reads them.
INSERT INTO ${crm_tables}definition (tenant, kind, definition_key, version, content, defined_by, defined_at)
SELECT tenant, 'loyalty_program', program_key, version_no, body, actor, defined_at FROM ${crm_tables}loyalty_program;
DROP TABLE ${crm_tables}loyalty_program;

ALTER TABLE ${crm_tables}loyalty_lot ADD COLUMN phase_no SMALLINT;
UPDATE ${crm_tables}loyalty_lot
   SET phase_no = CASE phase WHEN 'PENDING' THEN 1 WHEN 'HELD' THEN 2 WHEN 'ACTIVE' THEN 3 WHEN 'SLIDING' THEN 4 ELSE 5 END;
ALTER TABLE ${crm_tables}loyalty_lot ALTER COLUMN phase_no SET NOT NULL;
DROP INDEX ${crm_tables}loyalty_lot_use;
ALTER TABLE ${crm_tables}loyalty_lot DROP COLUMN phase;
CREATE INDEX ${crm_prefix}loyalty_lot_use
    ON ${crm_tables}loyalty_lot (tenant, account_id, phase_no, due_at, earned_at, lot_no)
    WHERE phase_no < 5;
