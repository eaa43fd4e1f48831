-- The life of a case, from submission on; a draft has no number yet and lives in a table of its own.
alter table breach
    -- The bodies whose accounts see the case: those that sent it or that a person at the regulator
    -- confirmed. What a machine read in a document sent by nobody known opens it to no one.
    add column bodies         text[] not null default '{}',
    add column submitted_by   bigint references account,
    add column assignee       bigint references account,
    add column outcome        text check (outcome in ('breach', 'not-a-breach', 'covered-by-exemption')),
    add column outcome_reason text,
    add column exemption      text,
    add column assessed_by    bigint references account,
    add column next_action    text,
    add column next_action_on date,
    add column revision       bigint not null default 1,
    add column changed_at     timestamptz;

update breach set changed_at = received_at;
alter table breach alter column changed_at set not null;
alter table breach alter column changed_at set default now();
alter table breach alter column state set default 'submitted';
update breach b set state = coalesce(
    (select event from register_log l where l.breach_id = b.id order by version desc limit 1),
    'submitted');
-- What is public already may be seen by the body that is named there.
update breach b set bodies = coalesce(
    (select array_agg(distinct p ->> 'id')
     from register_log l, json_array_elements(l.record -> 'producers') p
     where l.breach_id = b.id and l.version = 1 and p ->> 'id' is not null), '{}');
alter table breach add check (state in ('submitted', 'under-assessment', 'waiting-for-producer',
    'assessed', 'cleared', 'scheduled', 'published', 'revised', 'withdrawn'));
alter table breach add check ((state in ('submitted', 'under-assessment', 'waiting-for-producer',
    'published', 'revised', 'withdrawn')) or outcome is not null);

create index breach_by_body on breach using gin (bodies);
create index breach_by_state on breach (state, changed_at);
create index breach_by_assignee on breach (assignee) where assignee is not null;

-- Reports that producers have not sent yet.
create table draft (
    id         text primary key check (id ~ '^[A-Za-z0-9_-]{22}$'),
    account    bigint not null references account,
    body       text not null,
    form       json not null,
    document   bigint references document,
    revision   bigint not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

create index draft_by_body on draft (body, changed_at);

-- Steps of a case from one state to the next.
create table case_step (
    id           bigint generated always as identity primary key,
    breach       text not null references breach,
    step         text not null,
    state        text not null,
    reason       text,
    account      bigint references account,
    account_name text not null,
    at           timestamptz not null
);

create index case_step_by_breach on case_step (breach, id);

-- What a person made of a field that was read, beside what was read; the newest of a field holds.
create table correction (
    id           bigint generated always as identity primary key,
    breach       text not null references breach,
    field        text not null,
    before       json,
    after        json,
    reason       text,
    account      bigint references account,
    account_name text not null,
    at           timestamptz not null
);

create index correction_by_breach on correction (breach, id);

-- Spans of a section's text that are not published. Who proposed and who decided stays on record.
create table redaction (
    id           bigint generated always as identity primary key,
    breach       text not null references breach,
    section      text not null,
    from_char    int not null check (from_char >= 0),
    to_char      int not null,
    reason       text not null check (reason in ('person', 'email', 'phone', 'address', 'role',
        'unpublished-figures', 'security', 'other')),
    note         text,
    decision     text not null check (decision in ('proposed', 'removed', 'kept')),
    account      bigint references account,
    account_name text not null,
    at           timestamptz not null,
    check (to_char > from_char),
    unique (breach, section, from_char, to_char)
);

-- Words between the regulator and the producer: questions, answers, and supplements to the report.
create table case_message (
    id           bigint generated always as identity primary key,
    breach       text not null references breach,
    kind         text not null check (kind in ('question', 'answer', 'supplement')),
    text         text not null,
    due          date,
    document     bigint references document,
    -- What this sender called it: somebody else may have sent the same bytes under another name.
    file_name    text,
    account      bigint references account,
    account_name text not null,
    at           timestamptz not null,
    check ((document is null) = (file_name is null))
);

create index case_message_by_document on case_message (document) where document is not null;
create index case_message_by_breach on case_message (breach, id);

-- Notes of the regulator for itself.
create table case_note (
    id           bigint generated always as identity primary key,
    breach       text not null references breach,
    text         text not null,
    account      bigint references account,
    account_name text not null,
    at           timestamptz not null
);

create index case_note_by_breach on case_note (breach, id);

-- Files beside the report.
create table case_file (
    id           bigint generated always as identity primary key,
    breach       text not null references breach,
    document     bigint not null references document,
    file_name    text not null,
    for_producer boolean not null,
    account      bigint references account,
    account_name text not null,
    at           timestamptz not null
);

create index case_file_by_document on case_file (document);
create index case_file_by_breach on case_file (breach, id);

-- Other cases that this one has to do with.
create table case_link (
    breach       text not null references breach,
    other        text not null references breach,
    relation     text not null check (relation in ('same-event', 'repeat', 'related', 'not-related')),
    reason       text,
    account      bigint references account,
    account_name text not null,
    at           timestamptz not null,
    primary key (breach, other),
    check (breach <> other)
);

create index case_link_by_other on case_link (other);

-- What a producer promised, followed until it is kept.
create table commitment (
    id           bigint generated always as identity primary key,
    breach       text not null references breach,
    text         text not null,
    owner        text,
    due          date,
    found        boolean not null,
    status       text not null check (status in ('awaiting-response', 'response-acceptable',
        'response-unacceptable', 'done', 'exceeded', 'superseded', 'not-done')),
    revision     bigint not null default 1,
    at           timestamptz not null
);

create index commitment_by_breach on commitment (breach, id);
create index commitment_by_due on commitment (due)
    where status in ('awaiting-response', 'response-acceptable', 'response-unacceptable');

create table commitment_change (
    id           bigint generated always as identity primary key,
    commitment   bigint not null references commitment,
    status       text not null,
    due          date,
    owner        text,
    evidence     text,
    account      bigint references account,
    account_name text not null,
    at           timestamptz not null
);

create index commitment_change_by_commitment on commitment_change (commitment, id);

-- That a second person cleared or scheduled exactly what has this digest.
create table approval (
    id             bigint generated always as identity primary key,
    breach         text not null references breach,
    kind           text not null check (kind in ('clear', 'schedule')),
    content_digest text not null check (content_digest ~ '^[0-9a-f]{64}$'),
    account        bigint not null references account,
    account_name   text not null,
    at             timestamptz not null,
    void_since     timestamptz,
    void_reason    text
);

create index approval_by_breach on approval (breach, id);

-- What will be published, exactly, and when.
create table scheduled_release (
    breach         text primary key references breach,
    release_at     timestamptz not null,
    event          text not null check (event in ('published', 'revised', 'withdrawn')),
    reason         text,
    record         json not null,
    content_digest text not null,
    account        bigint not null references account,
    account_name   text not null
);

create index scheduled_release_by_time on scheduled_release (release_at);
