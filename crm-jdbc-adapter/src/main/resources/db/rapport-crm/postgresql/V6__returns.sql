-- Returns and refunds: the returns, which purchase lines they are about, and what all returns took of each purchase line.
CREATE TABLE ${crm_tables}return_case (
    tenant        VARCHAR(64)                 NOT NULL,
    id            UUID                        NOT NULL,
    version       BIGINT                      NOT NULL,
    customer_id   UUID                        NOT NULL,
    ticket_id     UUID,
    status        VARCHAR(16)                 NOT NULL,
    lines         TEXT                        NOT NULL,
    late_reason   TEXT,
    late_actor    VARCHAR(64),
    requested_by  VARCHAR(64)                 NOT NULL,
    requested_at  TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}return_case_pk PRIMARY KEY (tenant, id)
);
CREATE INDEX ${crm_prefix}return_case_page ON ${crm_tables}return_case (tenant, requested_at, id);
CREATE INDEX ${crm_prefix}return_case_customer ON ${crm_tables}return_case (tenant, customer_id, requested_at, id);
CREATE INDEX ${crm_prefix}return_case_ticket ON ${crm_tables}return_case (tenant, ticket_id, requested_at, id);
CREATE INDEX ${crm_prefix}return_case_open ON ${crm_tables}return_case (tenant, requested_at, id)
    WHERE status IN ('REQUESTED', 'APPROVED', 'RECEIVED', 'INSPECTED');

CREATE TABLE ${crm_tables}return_line (
    tenant        VARCHAR(64) NOT NULL,
    return_id     UUID        NOT NULL,
    line_no       INTEGER     NOT NULL,
    purchase_id   UUID        NOT NULL,
    purchase_line INTEGER     NOT NULL,
    CONSTRAINT ${crm_prefix}return_line_pk PRIMARY KEY (tenant, return_id, line_no)
);
CREATE INDEX ${crm_prefix}return_line_purchase ON ${crm_tables}return_line (tenant, purchase_id, return_id);

CREATE TABLE ${crm_tables}return_balance (
    tenant       VARCHAR(64) NOT NULL,
    purchase_id  UUID        NOT NULL,
    line_no      INTEGER     NOT NULL,
    bought       INTEGER     NOT NULL,
    paid_minor   BIGINT      NOT NULL,
    currency     VARCHAR(3)  NOT NULL,
    claimed      INTEGER     NOT NULL,
    settled      INTEGER     NOT NULL,
    repaid_minor BIGINT      NOT NULL,
    CONSTRAINT ${crm_prefix}return_balance_pk PRIMARY KEY (tenant, purchase_id, line_no)
);
