-- Who may do what. Run after every migration, so that a table is never left without its rules. The
-- rules of a row are below those of its table: a role needs both.
do $$
declare
    program text := '${program}';
    may text;
begin
    foreach may in array array['breach_public', 'breach_producer', 'breach_analyst',
                               'breach_caseworker', 'breach_program'] loop
        execute format('revoke all on all tables in schema public from %I', may);
        execute format('revoke all on all sequences in schema public from %I', may);
        execute format('grant usage on schema public to %I', may);
        -- Taken on by `set role` alone: what a user inherits, it may always do.
        if not pg_has_role(program, may, 'set') or pg_has_role(program, may, 'usage') then
            execute format('grant %I to %I with inherit false, set true', may, program);
        end if;
    end loop;
    -- The program looks whether the tables are up to date before it takes a role.
    execute format('revoke all on all tables in schema public from %I', program);
    execute format('revoke all on all sequences in schema public from %I', program);
    execute format('grant usage on schema public to %I', program);
    execute format('grant select on flyway_schema_history to %I', program);
end $$;

-- The program itself: intake, imports, releases, accounts, sessions, the runs of jobs.
grant select, insert, update, delete on all tables in schema public to breach_program;
grant usage on all sequences in schema public to breach_program;
revoke update, delete on document, register_log, audit_entry, case_step, correction,
    commitment_change from breach_program;
revoke delete on breach, breach_serial, account, case_message, case_note, commitment, approval
    from breach_program;
revoke insert, update, delete on flyway_schema_history from breach_program;

-- The public: what is released.
grant select on register_log, register_edition to breach_public;

-- People inside the regulator who read.
grant select on register_log, register_edition, breach, document, likely_duplicate, case_step,
    correction, redaction, case_message, case_note, case_file, case_link, commitment,
    commitment_change, approval, scheduled_release, audit_entry to breach_analyst;

-- Those who work on cases.
grant select on register_log, register_edition, breach, document, likely_duplicate, breach_sign,
    breach_without_signs, breach_serial, case_step, correction, redaction, case_message, case_note,
    case_file, case_link, commitment, commitment_change, approval, scheduled_release, audit_entry
    to breach_caseworker;
grant insert on document, case_step, correction, redaction, case_message, case_note, case_file,
    case_link, commitment, commitment_change, approval, scheduled_release, audit_entry
    to breach_caseworker;
grant update on breach, redaction, case_link, commitment, scheduled_release to breach_caseworker;
grant update (void_since, void_reason) on approval to breach_caseworker;
grant delete on redaction, case_link, scheduled_release to breach_caseworker;

-- Producers: their own cases, without the regulator's notes, thoughts and plans. What they send is
-- taken in by the program.
grant select (id, year, serial, document, report, state, received_at, bodies, submitted_by, outcome,
    revision, changed_at) on breach to breach_producer;
grant update (state, revision, changed_at) on breach to breach_producer;
grant select on register_log, register_edition, document, draft, commitment to breach_producer;
-- Not who at the regulator did something, nor what they thought of it.
grant select (id, breach, step, state, account, at) on case_step to breach_producer;
grant select (id, breach, field, before, after, reason, account, at) on correction to breach_producer;
grant select (id, breach, kind, text, due, document, file_name, account, at) on case_message
    to breach_producer;
grant select (id, breach, document, file_name, for_producer, account, at) on case_file
    to breach_producer;
grant select (id, commitment, status, due, owner, evidence, account, at) on commitment_change
    to breach_producer;
grant insert on draft, case_step, case_message, commitment_change, audit_entry to breach_producer;
grant update (form, revision, changed_at) on draft to breach_producer;
grant update (revision) on commitment to breach_producer;
grant delete on draft to breach_producer;

grant execute on function keep_document(text, text, text, bytea, timestamptz)
    to breach_producer, breach_caseworker, breach_program;
grant execute on function name_of(bigint)
    to breach_producer, breach_analyst, breach_caseworker, breach_program;

grant execute on function is_brought_by_me(bigint) to breach_producer;
grant execute on function lies_in_a_draft_alone(bigint) to breach_analyst, breach_caseworker;

-- Tables that one bearer makes for a while would be found before the real ones by the next bearer
-- of the same connection.
do $$ begin
    execute format('revoke temporary on database %I from public', current_database());
end $$;
