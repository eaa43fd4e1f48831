-- In whose name statements run. The program signs in as a user that owns nothing and may do nothing
-- by itself; it takes on one of these roles for each piece of work. Roles belong to a whole server,
-- so another database on it may have made them.
do $$
declare wanted text;
begin
    foreach wanted in array array['breach_public', 'breach_producer', 'breach_analyst',
                                  'breach_caseworker', 'breach_program'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then
                null; -- another database was quicker
            end;
        end if;
    end loop;
end $$;
