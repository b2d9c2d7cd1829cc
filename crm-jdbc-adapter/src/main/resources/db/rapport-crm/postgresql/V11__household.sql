-- Customers who share points. Terms and members are kept as JSON.
CREATE TABLE ${crm_tables}household (
    tenant    VARCHAR(64)                 NOT NULL,
    id        UUID                        NOT NULL,
    version   BIGINT                      NOT NULL,
    program   VARCHAR(64)                 NOT NULL,
    pool_id   UUID                        NOT NULL,
    terms     TEXT                        NOT NULL,
    status    VARCHAR(16)                 NOT NULL,
    members   TEXT                        NOT NULL,
    formed_at TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}household_pk PRIMARY KEY (tenant, id)
);

-- Pools and the accounts of members, for as long as they are in a household: in one at a time.
CREATE TABLE ${crm_tables}household_account (
    tenant       VARCHAR(64) NOT NULL,
    account_id   UUID        NOT NULL,
    household_id UUID        NOT NULL,
    CONSTRAINT ${crm_prefix}household_account_pk PRIMARY KEY (tenant, account_id)
);
CREATE INDEX ${crm_prefix}household_account_household ON ${crm_tables}household_account (tenant, household_id);
