-- What points buy: rewards, their redemptions, coupons. Terms are kept as JSON.
CREATE TABLE ${crm_tables}reward (
    tenant     VARCHAR(64)                 NOT NULL,
    id         UUID                        NOT NULL,
    version    BIGINT                      NOT NULL,
    reward_key VARCHAR(64)                 NOT NULL,
    terms      TEXT                        NOT NULL,
    status     VARCHAR(16)                 NOT NULL,
    reserved   BIGINT                      NOT NULL,
    redeemed   BIGINT                      NOT NULL,
    offered_at TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}reward_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}reward_key UNIQUE (tenant, reward_key)
);
CREATE INDEX ${crm_prefix}reward_page ON ${crm_tables}reward (tenant, offered_at, id);

CREATE TABLE ${crm_tables}reward_redemption (
    tenant      VARCHAR(64)                 NOT NULL,
    id          UUID                        NOT NULL,
    version     BIGINT                      NOT NULL,
    reward_id   UUID                        NOT NULL,
    account_id  UUID                        NOT NULL,
    benefit     TEXT                        NOT NULL,
    status      VARCHAR(16)                 NOT NULL,
    units       BIGINT                      NOT NULL,
    points      BIGINT                      NOT NULL,
    cancelled   BIGINT                      NOT NULL,
    hold_no     BIGINT                      NOT NULL,
    entry_no    BIGINT,
    expires_at  TIMESTAMPTZ(6)              NOT NULL,
    reserved_at TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}reward_redemption_pk PRIMARY KEY (tenant, id)
);
CREATE INDEX ${crm_prefix}reward_redemption_account
    ON ${crm_tables}reward_redemption (tenant, account_id, reward_id, reserved_at);
CREATE INDEX ${crm_prefix}reward_redemption_due
    ON ${crm_tables}reward_redemption (tenant, reward_id, expires_at, id) WHERE status = 'RESERVED';
CREATE INDEX ${crm_prefix}reward_redemption_sweep
    ON ${crm_tables}reward_redemption (tenant, expires_at) WHERE status = 'RESERVED';

CREATE TABLE ${crm_tables}coupon (
    tenant    VARCHAR(64)                 NOT NULL,
    id        UUID                        NOT NULL,
    version   BIGINT                      NOT NULL,
    terms     TEXT                        NOT NULL,
    status    VARCHAR(16)                 NOT NULL,
    used      BIGINT                      NOT NULL,
    issued_at TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}coupon_pk PRIMARY KEY (tenant, id)
);

-- The codes themselves are stored nowhere.
CREATE TABLE ${crm_tables}coupon_code (
    tenant     VARCHAR(64)                 NOT NULL,
    hash_start VARCHAR(16)                 NOT NULL,
    code_hash  VARCHAR(64)                 NOT NULL,
    coupon_id  UUID                        NOT NULL,
    CONSTRAINT ${crm_prefix}coupon_code_pk PRIMARY KEY (tenant, hash_start, code_hash)
);

CREATE TABLE ${crm_tables}referral (
    tenant       VARCHAR(64)                 NOT NULL,
    id           UUID                        NOT NULL,
    version      BIGINT                      NOT NULL,
    referrer_id  UUID                        NOT NULL,
    friend_id    UUID                        NOT NULL,
    terms        TEXT                        NOT NULL,
    status       VARCHAR(16)                 NOT NULL,
    order_ref    VARCHAR(190),
    expires_at   TIMESTAMPTZ(6)              NOT NULL,
    qualifies_at TIMESTAMPTZ(6),
    due_at       TIMESTAMPTZ(6),
    referred_at  TIMESTAMPTZ(6)              NOT NULL,
    CONSTRAINT ${crm_prefix}referral_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${crm_prefix}referral_friend UNIQUE (tenant, friend_id)
);
CREATE INDEX ${crm_prefix}referral_referrer ON ${crm_tables}referral (tenant, referrer_id, referred_at, id);
CREATE INDEX ${crm_prefix}referral_due ON ${crm_tables}referral (tenant, due_at, id) WHERE due_at IS NOT NULL;
