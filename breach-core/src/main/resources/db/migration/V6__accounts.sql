-- The account that statements run for, 0 for none.
create function current_account() returns bigint language sql stable as
    $$ select coalesce(nullif(current_setting('breach.account', true), ''), '0')::bigint $$;

-- The bodies that the account speaks for.
create function current_bodies() returns text[] language sql stable as
    $$ select string_to_array(coalesce(current_setting('breach.bodies', true), ''), ',') $$;

-- People. An account is never deleted, since the record names it.
create table account (
    id                bigint generated always as identity primary key,
    email             text not null unique check (email = lower(email)),
    name              text not null check (name <> ''),
    roles             text[] not null check (
        cardinality(roles) > 0
        and roles <@ array['producer', 'caseworker', 'publisher', 'analyst', 'administrator']),
    bodies            text[] not null default '{}',
    password_hash     text,
    issuer            text,
    subject           text,
    failed_sign_ins   int not null default 0,
    locked_until      timestamptz,
    password_expired  boolean not null default false,
    signed_out_before timestamptz not null default '-infinity',
    disabled_at       timestamptz,
    created_at        timestamptz not null,
    unique (issuer, subject),
    check ((issuer is null) = (subject is null)),
    -- Whoever speaks for a body does not work for the regulator.
    check (not 'producer' = any (roles) or cardinality(roles) = 1),
    check (('producer' = any (roles)) = (cardinality(bodies) > 0))
);

create trigger account_stays before delete or truncate on account
    for each statement execute function refuse_change('the record names accounts; disable it instead');

-- Keys for programs. Only a digest is kept, so that nobody who reads this table can use one.
create table api_token (
    id           bigint generated always as identity primary key,
    account      bigint not null references account,
    name         text not null,
    digest       text not null unique check (digest ~ '^[0-9a-f]{64}$'),
    scopes       text[] not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at),
    revoked_at   timestamptz,
    last_used_at timestamptz
);

create index api_token_by_account on api_token (account);

-- Who did what to which record, when, from where. Holds no secrets.
create table audit_entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default now(),
    account      bigint references account,
    account_name text not null,
    action       text not null,
    record_type  text not null,
    record       text not null,
    before       json,
    after        json,
    origin       text not null
);

create index audit_by_record on audit_entry (record_type, record, id);
create index audit_by_account on audit_entry (account, id);

create trigger audit_only_grows before update or delete or truncate on audit_entry
    for each statement execute function refuse_change('the audit only grows');

-- What a sending with an Idempotency-Key was answered, so that a second sending gets the same.
create table idempotent_answer (
    account        bigint not null references account,
    key            text not null check (length(key) between 1 and 200),
    request_digest text not null,
    status         int not null,
    location       text,
    body           text,
    expires_at     timestamptz not null,
    primary key (account, key)
);

-- Sessions of people who are signed in: the tables of spring-session-jdbc (schema-postgresql.sql).
CREATE TABLE SPRING_SESSION (
    PRIMARY_ID CHAR(36) NOT NULL,
    SESSION_ID CHAR(36) NOT NULL,
    CREATION_TIME BIGINT NOT NULL,
    LAST_ACCESS_TIME BIGINT NOT NULL,
    MAX_INACTIVE_INTERVAL INT NOT NULL,
    EXPIRY_TIME BIGINT NOT NULL,
    PRINCIPAL_NAME VARCHAR(100),
    CONSTRAINT SPRING_SESSION_PK PRIMARY KEY (PRIMARY_ID)
);

CREATE UNIQUE INDEX SPRING_SESSION_IX1 ON SPRING_SESSION (SESSION_ID);
CREATE INDEX SPRING_SESSION_IX2 ON SPRING_SESSION (EXPIRY_TIME);
CREATE INDEX SPRING_SESSION_IX3 ON SPRING_SESSION (PRINCIPAL_NAME);

CREATE TABLE SPRING_SESSION_ATTRIBUTES (
    SESSION_PRIMARY_ID CHAR(36) NOT NULL,
    ATTRIBUTE_NAME VARCHAR(200) NOT NULL,
    ATTRIBUTE_BYTES BYTEA NOT NULL,
    CONSTRAINT SPRING_SESSION_ATTRIBUTES_PK PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
    CONSTRAINT SPRING_SESSION_ATTRIBUTES_FK FOREIGN KEY (SESSION_PRIMARY_ID)
        REFERENCES SPRING_SESSION (PRIMARY_ID) ON DELETE CASCADE
);
