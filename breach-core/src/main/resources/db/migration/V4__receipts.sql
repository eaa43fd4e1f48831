-- Lets whoever sent a document see for a while what became of it. Only a digest of the key is kept,
-- so that nobody who reads this table can use it. Name and moment are those of this sending: the
-- document may have been received before, which is nobody's business but the regulator's.
create table receipt (
    key_digest text primary key check (key_digest ~ '^[0-9a-f]{64}$'),
    document   bigint not null references document,
    file_name  text not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null check (expires_at > sent_at)
);

create index receipt_by_expiry on receipt (expires_at);
