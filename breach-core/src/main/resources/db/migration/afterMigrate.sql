-- The application's own user of an embedded server reads and adds; it cannot change the schema, nor
-- rewrite what was received or published. Elsewhere there is no such user, and nothing to do.
do $$ begin
    if exists (select from pg_roles where rolname = 'breach_app') then
        grant usage on schema public to breach_app;
        grant select, insert, update, delete on all tables in schema public to breach_app;
        grant usage on all sequences in schema public to breach_app;
        revoke update, delete on document, register_log from breach_app;
        revoke delete on breach, breach_serial from breach_app;
        revoke insert, update, delete on flyway_schema_history from breach_app;
    end if;
end $$;
