-- Writers of the casebook and the log take turns, so that serials and positions have no gaps,
-- become visible in order, and no two writers can wait for each other.
create function take_the_pen() returns void language sql as
    $$ select pg_advisory_xact_lock(2008, 18) $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is not allowed on %: %', tg_op, tg_table_name, tg_argv[0]
        using errcode = 'restrict_violation';
end $$;

-- What producers sent, byte for byte.
create table document (
    id          bigint generated always as identity primary key,
    sha256      text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name   text not null,
    media_type  text not null,
    content     bytea not null,
    received_at timestamptz not null
);

create trigger document_stays before update or delete or truncate on document
    for each statement execute function refuse_change('what the producer wrote stays');

-- The last serial given out in each year.
create table breach_serial (
    year int primary key check (year between 1 and 9999),
    last int not null check (last > 0)
);

-- A breach as a case. The report is what was read in the document, kept as the text it was
-- written as.
create table breach (
    id          text primary key,
    year        int not null,
    serial      int not null,
    document    bigint not null unique references document,
    report      json not null,
    state       text not null default 'received',
    received_at timestamptz not null,
    unique (year, serial)
);

create trigger breach_stays before delete or truncate on breach
    for each statement execute function refuse_change('a breach keeps its number for ever');

-- The register log. It refers to no other table: it has to be true by itself.
create table register_log (
    position        bigint primary key check (position > 0),
    breach_id       text not null,
    breach_year     int not null,
    breach_serial   int not null,
    version         int not null check (version > 0),
    event           text not null check (event in ('published', 'revised', 'withdrawn')),
    public_from     timestamptz not null,
    reason          text,
    record          json not null,
    previous_digest text not null,
    digest          text not null unique,
    recorded_at     timestamptz not null default now(),
    unique (breach_id, version),
    check ((version = 1) = (event = 'published')),
    check ((reason is null) = (event = 'published'))
);

create index register_log_by_breach
    on register_log (breach_year, breach_serial, position desc);
create index register_log_by_time on register_log (public_from);

create trigger register_log_only_grows before update or delete or truncate on register_log
    for each statement execute function refuse_change(
        'the register log only grows; publish, revise or withdraw instead');

-- The one way to read the log for the public: nothing before its time, whatever moment is asked for.
create function public_log(as_at timestamptz) returns setof register_log
    language sql stable as
    $$ select * from register_log where public_from <= least(as_at, now()) $$;

create table register_edition (
    name         text primary key,
    period       text not null,
    basis        text not null,
    version      text not null,
    as_at        timestamptz not null,
    log_position bigint not null,
    breaches     int not null,
    compiled_at  timestamptz not null
);
