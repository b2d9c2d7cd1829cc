-- Loyalty: programs, accounts with all their balances, lots, holds, and what each entry of the ledger did to lots. The
-- first accounts, which only knew a balance, were never released; they and their events go.
DELETE FROM ${crm_tables}outbox WHERE family = 'loyalty';
DELETE FROM ${crm_tables}command
 WHERE aggregate_id IN (SELECT a.id FROM ${crm_tables}loyalty_account a WHERE a.tenant = ${crm_tables}command.tenant);
DELETE FROM ${crm_tables}event WHERE family = 'loyalty';
DROP TABLE ${crm_tables}loyalty_account;

-- Versions are numbered from 1 and never updated.
CREATE TABLE ${crm_tables}loyalty_program (
    tenant      VARCHAR(64)                 NOT NULL,
    program_key VARCHAR(64)                 NOT NULL,
    version_no  INTEGER                     NOT NULL,
    body        VARCHAR(1000000)            NOT NULL,
    defined_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor       VARCHAR(64)                 NOT NULL,
    CONSTRAINT ${crm_prefix}loyalty_program_pk PRIMARY KEY (tenant, program_key, version_no)
);

CREATE TABLE ${crm_tables}loyalty_account (
    tenant                   VARCHAR(64)                 NOT NULL,
    id                       UUID                        NOT NULL,
    version                  BIGINT                      NOT NULL,
    customer_id              UUID                        NOT NULL,
    program                  VARCHAR(64)                 NOT NULL,
    available                BIGINT                      NOT NULL,
    pending                  BIGINT                      NOT NULL,
    reserved                 BIGINT                      NOT NULL,
    debt                     BIGINT                      NOT NULL,
    lifetime_earned          BIGINT                      NOT NULL,
    lifetime_redeemed        BIGINT                      NOT NULL,
    lifetime_restored        BIGINT                      NOT NULL,
    lifetime_reversed        BIGINT                      NOT NULL,
    lifetime_expired         BIGINT                      NOT NULL,
    lifetime_transferred_in  BIGINT                      NOT NULL,
    lifetime_transferred_out BIGINT                      NOT NULL,
    lifetime_adjusted_up     BIGINT                      NOT NULL,
    lifetime_adjusted_down   BIGINT                      NOT NULL,
    lifetime_written_off     BIGINT                      NOT NULL,
    slides_until             TIMESTAMP(6) WITH TIME ZONE,
    next_event_at            TIMESTAMP(6) WITH TIME ZONE,
    last_entry_at            TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    opened_at                TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT ${crm_prefix}loyalty_account_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}loyalty_account_customer UNIQUE (tenant, customer_id, program)
);
CREATE INDEX ${crm_prefix}loyalty_account_due ON ${crm_tables}loyalty_account (tenant, next_event_at, id);

-- The phase and the time at which a lot falls due order the lots as they are used; what never does is due in the year 9999.
CREATE TABLE ${crm_tables}loyalty_lot (
    tenant         VARCHAR(64)                 NOT NULL,
    account_id     UUID                        NOT NULL,
    lot_no         BIGINT                      NOT NULL,
    phase          VARCHAR(8)                  NOT NULL,
    due_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    original       BIGINT                      NOT NULL,
    remaining      BIGINT                      NOT NULL,
    held           BIGINT                      NOT NULL,
    clawed         BIGINT                      NOT NULL,
    pending        BOOLEAN                     NOT NULL,
    earned_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    activates_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at     TIMESTAMP(6) WITH TIME ZONE,
    sliding        BOOLEAN                     NOT NULL,
    cost_per_point NUMERIC(19, 6)              NOT NULL,
    qualifying     BOOLEAN                     NOT NULL,
    rule_version   INTEGER                     NOT NULL,
    basis          BIGINT                      NOT NULL,
    order_ref      VARCHAR(190),
    CONSTRAINT ${crm_prefix}loyalty_lot_pk PRIMARY KEY (tenant, account_id, lot_no)
);
CREATE INDEX ${crm_prefix}loyalty_lot_use
    ON ${crm_tables}loyalty_lot (tenant, account_id, phase, due_at, earned_at, lot_no);
CREATE INDEX ${crm_prefix}loyalty_lot_order ON ${crm_tables}loyalty_lot (tenant, account_id, order_ref);

CREATE TABLE ${crm_tables}loyalty_hold (
    tenant          VARCHAR(64)                 NOT NULL,
    account_id      UUID                        NOT NULL,
    hold_no         BIGINT                      NOT NULL,
    expires_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    program_version INTEGER                     NOT NULL,
    allocations     VARCHAR(1000000)            NOT NULL,
    CONSTRAINT ${crm_prefix}loyalty_hold_pk PRIMARY KEY (tenant, account_id, hold_no)
);

-- Points that came to a lot or, below 0, went. Never updated.
CREATE TABLE ${crm_tables}loyalty_movement (
    tenant        VARCHAR(64)                 NOT NULL,
    account_id    UUID                        NOT NULL,
    sequence_no   BIGINT                      NOT NULL,
    lot_no        BIGINT                      NOT NULL,
    points        BIGINT                      NOT NULL,
    redemption_no BIGINT,
    moved_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT ${crm_prefix}loyalty_movement_pk PRIMARY KEY (tenant, account_id, sequence_no, lot_no)
);
CREATE INDEX ${crm_prefix}loyalty_movement_back
    ON ${crm_tables}loyalty_movement (tenant, account_id, redemption_no);

-- For the balances at an instant.
CREATE INDEX ${crm_prefix}event_loyalty ON ${crm_tables}event (tenant, family, aggregate_id, occurred_at, sequence_no);
