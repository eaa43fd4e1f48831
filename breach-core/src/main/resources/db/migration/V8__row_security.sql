-- Which rows each role may see and change. A query that forgets its condition still gets no row of
-- anybody else; a table without a rule for a role shows it nothing.
do $$
declare
    name text;
begin
    -- Tables that tell of cases: the program, and those who work on cases, see all of them.
    foreach name in array array['document', 'breach', 'register_log', 'likely_duplicate', 'receipt',
            'breach_sign', 'breach_without_signs', 'draft', 'case_step', 'correction', 'redaction',
            'case_message', 'case_note', 'case_file', 'case_link', 'commitment',
            'commitment_change', 'approval', 'scheduled_release', 'audit_entry',
            'idempotent_answer'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy program on %I to breach_program using (true) with check (true)',
            name);
        execute format('create policy caseworker on %I to breach_caseworker using (true) with check (true)',
            name);
        execute format('create policy analyst on %I for select to breach_analyst using (true)', name);
    end loop;
    -- What belongs to a case is seen with the case: the condition looks at `breach` as the same role.
    foreach name in array array['case_step', 'correction', 'case_message', 'case_file',
            'commitment'] loop
        execute format('create policy own_case on %I for select to breach_producer
            using (exists (select from breach b where b.id = %1$I.breach))', name);
    end loop;
    foreach name in array array['case_step', 'case_message'] loop
        execute format('create policy own_words on %I for insert to breach_producer
            with check (account = current_account()
                and exists (select from breach b where b.id = %1$I.breach))', name);
    end loop;
end $$;

create policy released on register_log for select to breach_public using (public_from <= now());
create policy released_or_own on register_log for select to breach_producer
    using (public_from <= now() or exists (select from breach b where b.id = breach_id));

create policy own_case on breach to breach_producer
    using (bodies && current_bodies()) with check (bodies && current_bodies());

create policy own_answer on commitment for update to breach_producer
    using (exists (select from breach b where b.id = commitment.breach))
    with check (exists (select from breach b where b.id = commitment.breach));
create policy own_case on commitment_change for select to breach_producer
    using (exists (select from commitment c where c.id = commitment_change.commitment));
create policy own_words on commitment_change for insert to breach_producer
    with check (account = current_account()
        and exists (select from commitment c where c.id = commitment_change.commitment));

create policy own_draft on draft to breach_producer
    using (body = any (current_bodies())) with check (body = any (current_bodies()));

drop policy own_case on case_file;
create policy own_case on case_file for select to breach_producer
    using (for_producer and exists (select from breach b where b.id = case_file.breach));

create policy own_document on document for select to breach_producer
    using (exists (select from breach b where b.document = document.id)
        or exists (select from case_message m where m.document = document.id)
        or exists (select from case_file f where f.document = document.id)
        or exists (select from draft d where d.document = document.id));

create policy own_deed on audit_entry for insert to breach_producer
    with check (account = current_account());

-- Drafts are nobody's business but the producer's until they are sent.
drop policy caseworker on draft;
drop policy analyst on draft;

-- Keeps a document for whoever may not look whether it is held already, and tells its number.
create function keep_document(wanted_sha256 text, file_name text, media_type text, content bytea,
    received_at timestamptz) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    number bigint;
begin
    insert into document as d (sha256, file_name, media_type, content, received_at)
    values (wanted_sha256, $2, $3, $4, $5) on conflict (sha256) do nothing
    returning d.id into number;
    if number is null then
        select d.id into number from document d where d.sha256 = wanted_sha256;
    end if;
    insert into document_sender (document, account)
    select number, current_account() where current_account() <> 0 on conflict do nothing;
    return number;
end $$;

-- The name of whoever has an account: for the regulator's people anybody's, for a producer that of
-- those who speak for one of the same bodies. The regulator's people stay nameless to producers.
create function name_of(number bigint) returns text
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.name from account a
    where a.id = number
        and (current_setting('role') in ('breach_caseworker', 'breach_analyst', 'breach_program')
            or a.bodies && current_bodies())
$$;

revoke execute on function keep_document(text, text, text, bytea, timestamptz), name_of(bigint)
    from public;

-- Who brought a document: only those can lay it beside their own case or draft. A number alone
-- would otherwise open any document.
create table document_sender (
    document bigint not null references document,
    account  bigint not null references account,
    primary key (document, account)
);

alter table document_sender enable row level security;
create policy program on document_sender to breach_program using (true) with check (true);

create function is_brought_by_me(number bigint) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
select exists (select from document_sender s
    where s.document = number and s.account = current_account())
$$;

-- Documents of reports that are not sent are nobody's business but the producer's, either.
create function lies_in_a_draft_alone(number bigint) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
select exists (select from draft where document = number)
    and not exists (select from breach where document = number)
    and not exists (select from case_message where document = number)
    and not exists (select from case_file where document = number)
$$;

revoke execute on function is_brought_by_me(bigint), lies_in_a_draft_alone(bigint) from public;

drop policy caseworker on document;
create policy caseworker on document for select to breach_caseworker
    using (not lies_in_a_draft_alone(id));
create policy new_document on document for insert to breach_caseworker with check (true);
drop policy analyst on document;
create policy analyst on document for select to breach_analyst
    using (not lies_in_a_draft_alone(id));

-- A producer asks nothing in the regulator's name, and leads a case nowhere but back to the
-- regulator with an answer.
drop policy own_words on case_message;
create policy own_words on case_message for insert to breach_producer
    with check (account = current_account() and kind in ('answer', 'supplement')
        and (document is null or is_brought_by_me(document))
        and exists (select from breach b where b.id = breach));

create function check_step_of_producer() returns trigger language plpgsql as $$
begin
    if current_user = 'breach_producer' and new.state <> old.state
            and not (old.state = 'waiting-for-producer' and new.state = 'under-assessment') then
        raise exception 'A producer does not lead a case from % to %', old.state, new.state
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger breach_steps_of_producer before update of state on breach
    for each row execute function check_step_of_producer();

drop policy own_words on case_step;
create policy own_words on case_step for insert to breach_producer
    with check (account = current_account() and state in ('submitted', 'under-assessment')
        and exists (select from breach b where b.id = breach));

-- Evidence leaves a commitment's status as it is.
drop policy own_words on commitment_change;
create policy own_words on commitment_change for insert to breach_producer
    with check (account = current_account()
        and exists (select from commitment c
            where c.id = commitment and c.status = commitment_change.status));

drop policy own_draft on draft;
create policy own_draft on draft for select to breach_producer
    using (body = any (current_bodies()));
create policy new_draft on draft for insert to breach_producer
    with check (body = any (current_bodies()) and account = current_account()
        and (document is null or is_brought_by_me(document)));
create policy changed_draft on draft for update to breach_producer
    using (body = any (current_bodies())) with check (body = any (current_bodies()));
create policy deleted_draft on draft for delete to breach_producer
    using (body = any (current_bodies()));

-- Who approved, and who did something, is nobody else than who it says.
drop policy caseworker on approval;
create policy caseworker on approval for select to breach_caseworker using (true);
create policy own_approval on approval for insert to breach_caseworker
    with check (account = current_account());
create policy void_approval on approval for update to breach_caseworker
    using (true) with check (void_since is not null);
drop policy caseworker on audit_entry;
create policy caseworker on audit_entry for select to breach_caseworker using (true);
create policy own_deed_at_the_regulator on audit_entry for insert to breach_caseworker
    with check (account = current_account());
