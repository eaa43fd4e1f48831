package org.breachregister.core.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

/// Two bodies with a case, a draft and everything else that the database can hold of each: the rows
/// of one have the words "Tides", those of the other "Moors" in them, or the number of its case.
final class CaseRows {

    static final Identity TIDES = new Identity(Identity.Rights.PRODUCER, 1, List.of("tides"));
    static final Identity MOORS = new Identity(Identity.Rights.PRODUCER, 2, List.of("moors"));
    static final Identity NOBODYS = new Identity(Identity.Rights.PRODUCER, 1, List.of());
    static final Identity ANALYST = new Identity(Identity.Rights.ANALYST, 3, List.of());
    static final Identity CASEWORKER = new Identity(Identity.Rights.CASEWORKER, 4, List.of());

    /// Tables that tell of cases, and how many of the rows of each body there are.
    static final Map<String, Integer> OF_EACH_BODY =
            new TreeMap<>(
                    Map.ofEntries(
                            // report, draft, message, file for the producer, file for the regulator
                            Map.entry("document", 5),
                            Map.entry("document_sender", 3),
                            Map.entry("breach", 1),
                            // one that is released, and one that is not
                            Map.entry("register_log", 2),
                            Map.entry("likely_duplicate", 1),
                            Map.entry("receipt", 1),
                            Map.entry("breach_sign", 1),
                            Map.entry("breach_without_signs", 1),
                            Map.entry("draft", 1),
                            Map.entry("case_step", 1),
                            Map.entry("correction", 1),
                            Map.entry("redaction", 1),
                            Map.entry("case_message", 1),
                            Map.entry("case_note", 1),
                            Map.entry("case_file", 2),
                            Map.entry("case_link", 1),
                            Map.entry("commitment", 1),
                            Map.entry("commitment_change", 1),
                            Map.entry("approval", 1),
                            Map.entry("scheduled_release", 1),
                            Map.entry("audit_entry", 1),
                            Map.entry("idempotent_answer", 1)));

    /// Tables that tell of no case.
    static final List<String> OF_NO_CASE =
            List.of(
                    "account",
                    "api_token",
                    "batch_job_execution",
                    "batch_job_execution_context",
                    "batch_job_execution_params",
                    "batch_job_instance",
                    "batch_step_execution",
                    "batch_step_execution_context",
                    "breach_serial",
                    "flyway_schema_history",
                    "register_edition",
                    "spring_session",
                    "spring_session_attributes");

    private CaseRows() {}

    /// Fills every table for both bodies.
    static void fill(DataSource owner) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            for (var sql :
                    (PEOPLE
                                    + CASE.formatted("Tides", "tides", 1, "a")
                                    + CASE.formatted("Moors", "moors", 2, "b")
                                    + BETWEEN_BOTH)
                            .split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    private static final String PEOPLE =
            """
            insert into account (email, name, roles, bodies, created_at) values
                ('o@tides.example', 'Person of Tides', '{producer}', '{tides}', now()),
                ('m@moors.example', 'Person of Moors', '{producer}', '{moors}', now()),
                ('a@osr.example', 'Analyst', '{analyst}', '{}', now()),
                ('c@osr.example', 'Caseworker', '{caseworker}', '{}', now()),
                ('p@osr.example', 'Publisher', '{publisher}', '{}', now());
            """;

    private static final String CASE =
            """
            insert into document (sha256, file_name, media_type, content, received_at)
            select repeat('%4$s', 63) || n, '%1$s.txt', 'text/plain',
                convert_to('%1$s ' || n, 'UTF8'), now() from generate_series(1, 5) n;
            insert into breach (id, year, serial, document, report, received_at, bodies,
                submitted_by, assignee, state)
            select 'BR-2016-000%3$d', 2016, %3$d, id, '{"outputTitle":"%1$s"}', now(), '{%2$s}',
                %3$d, 4, 'waiting-for-producer'
            from document where sha256 = repeat('%4$s', 63) || 1;
            insert into draft (id, account, body, form, document, created_at, changed_at)
            select repeat('%4$s', 22), %3$d, '%2$s', '{"outputTitle":["%1$s"]}', id, now(), now()
            from document where sha256 = repeat('%4$s', 63) || 2;
            insert into case_message (breach, kind, text, document, file_name, account,
                account_name, at)
            select 'BR-2016-000%3$d', 'answer', '%1$s', id, '%1$s.txt', %3$d, '%1$s', now()
            from document where sha256 = repeat('%4$s', 63) || 3;
            insert into case_file (breach, document, file_name, for_producer, account, account_name, at)
            select 'BR-2016-000%3$d', id, '%1$s.txt', right(sha256, 1) = '4', 4, '%1$s', now()
            from document where sha256 in (repeat('%4$s', 63) || 4, repeat('%4$s', 63) || 5);
            insert into document_sender (document, account)
            select id, %3$d from document
            where sha256 in (repeat('%4$s', 63) || 1, repeat('%4$s', 63) || 2, repeat('%4$s', 63) || 3);
            insert into receipt (key_digest, document, file_name, sent_at, expires_at)
            select repeat('%4$s', 64), id, '%1$s.txt', now(), now() + interval '1 day'
            from document where sha256 = repeat('%4$s', 63) || 1;
            insert into register_log (position, breach_id, breach_year, breach_serial, version,
                event, public_from, reason, record, previous_digest, digest)
            values (2 * %3$d - 1, 'BR-2016-000%3$d', 2016, %3$d, 1, 'published',
                    now() - interval '1 day', null, '{"outputTitle":"%1$s, released"}', '',
                    '%4$s1'),
                (2 * %3$d, 'BR-2016-000%3$d', 2016, %3$d, 2, 'revised',
                    now() + interval '1 day', 'a reason', '{"outputTitle":"%1$s, tomorrow"}', '',
                    '%4$s2');
            insert into breach_sign (sign, breach) values (%3$d, 'BR-2016-000%3$d');
            insert into breach_without_signs (breach) values ('BR-2016-000%3$d');
            insert into case_step (breach, step, state, reason, account, account_name, at)
            values ('BR-2016-000%3$d', 'take-up', 'under-assessment', '%1$s', 4, 'Caseworker', now());
            insert into correction (breach, field, before, after, reason, account, account_name, at)
            values ('BR-2016-000%3$d', 'outputTitle', '["%1$s"]', '["%1$s"]', '%1$s', 4,
                'Caseworker', now());
            insert into redaction (breach, section, from_char, to_char, reason, decision, account,
                account_name, at)
            values ('BR-2016-000%3$d', 'ACCOUNT', 0, 3, 'person', 'removed', 4, '%1$s', now());
            insert into case_note (breach, text, account, account_name, at)
            values ('BR-2016-000%3$d', '%1$s', 4, 'Caseworker', now());
            insert into commitment (breach, text, found, status, at)
            values ('BR-2016-000%3$d', '%1$s', true, 'awaiting-response', now());
            insert into commitment_change (commitment, status, evidence, account, account_name, at)
            values (%3$d, 'awaiting-response', '%1$s', %3$d, '%1$s', now());
            insert into approval (breach, kind, content_digest, account, account_name, at)
            values ('BR-2016-000%3$d', 'clear', repeat('%4$s', 64), 5, '%1$s', now());
            insert into scheduled_release (breach, release_at, event, record, content_digest,
                account, account_name)
            values ('BR-2016-000%3$d', now() + interval '1 day', 'published', '{"o":"%1$s"}',
                repeat('%4$s', 64), 5, '%1$s');
            insert into audit_entry (account, account_name, action, record_type, record, origin)
            values (%3$d, '%1$s', 'case.answer', 'case', 'BR-2016-000%3$d', '127.0.0.1');
            insert into idempotent_answer (account, key, request_digest, status, body, expires_at)
            values (%3$d, '%1$s', '', 201, '%1$s', now() + interval '1 day');
            """;

    private static final String BETWEEN_BOTH =
            """
            insert into likely_duplicate (breach, original, percent, message) values
                ('BR-2016-0001', 'BR-2016-0002', 90, 'Tides'),
                ('BR-2016-0002', 'BR-2016-0001', 90, 'Moors');
            insert into case_link (breach, other, relation, account_name, at) values
                ('BR-2016-0001', 'BR-2016-0002', 'related', 'Tides', now()),
                ('BR-2016-0002', 'BR-2016-0001', 'related', 'Moors', now());
            """;
}
