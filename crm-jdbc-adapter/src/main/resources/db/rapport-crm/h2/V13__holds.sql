-- The open holds of an account become part of its row: they are few, and whoever changes the account needs them.
ALTER TABLE ${crm_tables}loyalty_account ADD COLUMN holds VARCHAR(1000000);
UPDATE ${crm_tables}loyalty_account a
   SET holds = (
        SELECT '[' || LISTAGG('{"number":' || h.hold_no
                   || ',"expiresAt":"' || FORMATDATETIME(h.expires_at, 'yyyy-MM-dd''T''HH:mm:ss.SSSSSS', 'en', 'UTC') || 'Z"'
                   || ',"programVersion":' || h.program_version
                   || ',"allocations":' || h.allocations || '}', ',') WITHIN GROUP (ORDER BY h.hold_no) || ']'
          FROM ${crm_tables}loyalty_hold h
         WHERE h.tenant = a.tenant AND h.account_id = a.id)
 WHERE EXISTS (
        SELECT 1 FROM ${crm_tables}loyalty_hold h WHERE h.tenant = a.tenant AND h.account_id = a.id);
DROP TABLE ${crm_tables}loyalty_hold;
