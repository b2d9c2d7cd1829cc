-- The open holds of an account become part of its row: they are few, and whoever changes the account needs them.
ALTER TABLE ${crm_tables}loyalty_account ADD COLUMN holds TEXT;
UPDATE ${crm_tables}loyalty_account a
   SET holds = h.holds
  FROM (SELECT tenant, account_id,
               '[' || string_agg('{"number":' || hold_no
                   || ',"expiresAt":"' || to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || 'Z"'
                   || ',"programVersion":' || program_version
                   || ',"allocations":' || allocations || '}', ',' ORDER BY hold_no) || ']' AS holds
          FROM ${crm_tables}loyalty_hold
         GROUP BY tenant, account_id) h
 WHERE h.tenant = a.tenant AND h.account_id = a.id;
DROP TABLE ${crm_tables}loyalty_hold;

-- An account's id alone says enough to find its balances at an instant, and makes a smaller index.
DROP INDEX ${crm_tables}event_loyalty;
CREATE INDEX ${crm_prefix}event_loyalty ON ${crm_tables}event (aggregate_id, occurred_at, sequence_no)
    WHERE family = 'loyalty';
