package org.breachregister.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.core.database.CaseRows.ANALYST;
import static org.breachregister.core.database.CaseRows.CASEWORKER;
import static org.breachregister.core.database.CaseRows.MOORS;
import static org.breachregister.core.database.CaseRows.NOBODYS;
import static org.breachregister.core.database.CaseRows.OF_EACH_BODY;
import static org.breachregister.core.database.CaseRows.OF_NO_CASE;
import static org.breachregister.core.database.CaseRows.TIDES;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import javax.sql.DataSource;

/// Whoever forgets a condition still gets no row of anybody else: asked with SQL, on connections as
/// the program hands them out.
class RowSecurityIT {

    /// What a producer sees of its own: one released entry of the other body is public.
    private static final Map<String, Integer> OWN =
            Map.of(
                    "document", 4,
                    "breach", 1,
                    "register_log", 3,
                    "draft", 1,
                    "case_step", 1,
                    "correction", 1,
                    "case_message", 1,
                    "case_file", 1,
                    "commitment", 1,
                    "commitment_change", 1);

    private static final String REFUSED = "42501";

    private static DataSource application;
    private static DataSource owner;

    @BeforeAll
    static void fill() throws SQLException {
        var database = TestDatabase.freshFromBothSides();
        application = database.application();
        owner = database.owner();
        CaseRows.fill(owner);
    }

    @Test
    void everyTableIsKnownToThisTestAndFilledByItIfItTellsOfCases() throws SQLException {
        var known = new TreeSet<>(OF_EACH_BODY.keySet());
        known.addAll(OF_NO_CASE);
        assertThat(
                        asOwner(
                                "select tablename from pg_tables where schemaname = 'public'"
                                        + " order by tablename"))
                .as(
                        "a new table has to be filled in CaseRows, or be listed there as one of no case")
                .containsExactlyElementsOf(known);

        for (var table : OF_EACH_BODY.entrySet()) {
            assertThat(asOwner("select count(*) from " + table.getKey()))
                    .as(table.getKey())
                    .containsExactly(Integer.toString(2 * table.getValue()));
        }
        assertThat(
                        asOwner(
                                """
                                select relname from pg_class where relkind in ('r', 'p')
                                    and relnamespace = 'public'::regnamespace
                                    and relrowsecurity order by relname\
                                """))
                .as("tables with row security")
                .containsExactlyElementsOf(OF_EACH_BODY.keySet());
        assertThat(
                        asOwner(
                                """
                                select relname from pg_class
                                where relkind in ('v', 'm', 'f')
                                    and relnamespace = 'public'::regnamespace\
                                """))
                .as("views, whose rows are those of their owner")
                .isEmpty();
    }

    @Test
    void aProducerSeesItsOwnRowsAndNoneOfOthers() throws SQLException {
        for (var table : OF_EACH_BODY.keySet()) {
            assertSees(TIDES, table, OWN.getOrDefault(table, 0), "Moors", "moors", "0002", "bbbb");
            assertSees(MOORS, table, OWN.getOrDefault(table, 0), "Tides", "tides", "0001", "aaaa");
        }
        for (var table : OF_NO_CASE) {
            if (!table.equals("register_edition")) {
                assertSees(TIDES, table, 0);
            }
        }
    }

    @Test
    void aProducerOfNoBodyAndThePublicSeeReleasedEntriesAndNothingElse() throws SQLException {
        for (var who : List.of(NOBODYS, Identity.PUBLIC)) {
            for (var table : OF_EACH_BODY.keySet()) {
                assertSees(who, table, table.equals("register_log") ? 2 : 0, "tomorrow");
            }
            for (var table : OF_NO_CASE) {
                if (!table.equals("register_edition")) {
                    assertSees(who, table, 0);
                }
            }
        }
    }

    @Test
    void thePublicSeesNothingBeforeItsTimeHoweverItAsks() throws SQLException {
        var who = Identity.PUBLIC;
        assertThat(ask(who, "select count(*) from register_log")).containsExactly("2");
        assertThat(ask(who, "select max(position) from register_log")).containsExactly("3");
        assertThat(ask(who, "select position from register_log order by public_from desc"))
                .containsExactlyInAnyOrder("1", "3");
        assertThat(ask(who, "select count(*) from public_log(now() + interval '1 year')"))
                .containsExactly("2");
        assertThat(ask(who, "select count(*) from public_log('infinity')")).containsExactly("2");
        assertThat(
                        ask(
                                who,
                                """
                                select l.record::text from register_log f
                                join register_log l on l.breach_id = f.breach_id
                                where f.version = 1 order by l.position\
                                """))
                .hasSize(2)
                .allMatch(record -> record.contains("released"));
        assertThat(ask(who, "select 1 where exists (select from register_log where version = 2)"))
                .isEmpty();
        assertThat(copied(who, "copy register_log to stdout")).contains("released");
        assertThat(copied(who, "copy register_log to stdout")).doesNotContain("tomorrow");
        assertRefused(who, "copy breach to stdout");
        assertRefused(who, "copy register_log to program 'cat'");
        assertRefused(who, "copy register_log to '/tmp/register_log'");
        assertRefused(who, "select pg_read_file('PG_VERSION')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from register_log where 1 / (case when version = 2 then 0 else 1 end) = 1",
                "select count(*) from register_log where (record ->> 'outputTitle' like '%released' or"
                        + " (record ->> 'outputTitle')::int = 1)"
            })
    void aConditionThatFailsDoesNotTellOfHiddenRows(String sql) throws SQLException {
        assertThat(ask(Identity.PUBLIC, sql)).containsExactly("2");
    }

    @Test
    void theUserThatTheProgramSignsInAsReadsNothingByItself() throws SQLException {
        for (var table : OF_EACH_BODY.keySet()) {
            assertSees(null, table, 0);
        }
        for (var table : OF_NO_CASE) {
            // It looks whether the tables are up to date.
            if (!table.equals("flyway_schema_history")) {
                assertSees(null, table, 0);
            }
        }
        assertThat(
                        ask(
                                null,
                                """
                                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                                    or exists (select from pg_class where relowner = r.oid)
                                    or exists (select from pg_proc where proowner = r.oid)
                                from pg_roles r where rolname = current_user\
                                """))
                .containsExactly("f");
    }

    @Test
    void anAnalystReadsCasesAndChangesNothing() throws SQLException {
        var unseen =
                List.of(
                        "draft",
                        "receipt",
                        "idempotent_answer",
                        "breach_sign",
                        "breach_without_signs",
                        "document_sender");
        for (var table : OF_EACH_BODY.entrySet()) {
            var rows = 2 * table.getValue();
            switch (table.getKey()) {
                case "document" -> assertSees(ANALYST, "document", rows - 2); // drafts'
                default ->
                        assertSees(
                                ANALYST,
                                table.getKey(),
                                unseen.contains(table.getKey()) ? 0 : rows);
            }
        }
        for (var table : known()) {
            for (var right : List.of("insert", "update", "delete", "truncate", "references")) {
                assertThat(hasRight("breach_analyst", table, right)).as(right + table).isFalse();
            }
        }
    }

    @Test
    void theRegulatorSeesNoDraftAndNoDocumentOfOne() throws SQLException {
        for (var who : List.of(ANALYST, CASEWORKER)) {
            assertSees(who, "draft", 0);
            assertThat(ask(who, "select right(sha256, 1) from document order by 1"))
                    .doesNotContain("2");
        }
        assertThat(ask(Identity.PROGRAM, "select count(*) from draft")).containsExactly("2");
    }

    @Test
    void nobodyButTheProgramReadsPasswordsTokensSessionsOrReceipts() throws SQLException {
        for (var table :
                List.of(
                        "account",
                        "api_token",
                        "spring_session",
                        "spring_session_attributes",
                        "receipt",
                        "idempotent_answer")) {
            for (var who : List.of(Identity.PUBLIC, TIDES, ANALYST, CASEWORKER)) {
                assertSees(who, table, 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into case_step (breach, step, state, account, account_name, at)"
                        + " values ('BR-2016-0002', 'answer', 'under-assessment', 1, '', now())",
                "insert into case_message (breach, kind, text, account, account_name, at)"
                        + " values ('BR-2016-0002', 'answer', '', 1, '', now())",
                "insert into commitment_change (commitment, status, account, account_name, at)"
                        + " values (2, 'awaiting-response', 1, '', now())",
                "insert into draft (id, account, body, form, created_at, changed_at)"
                        + " values (repeat('c', 22), 1, 'moors', '{}', now(), now())",
                "insert into audit_entry (account, account_name, action, record_type, record, origin)"
                        + " values (2, '', '', '', '', '')",
                // of its own case, but not its to write
                "insert into case_step (breach, step, state, account, account_name, at)"
                        + " values ('BR-2016-0001', 'release', 'published', 1, '', now())",
                "insert into case_step (breach, step, state, account, account_name, at)"
                        + " values ('BR-2016-0001', 'answer', 'under-assessment', 4, '', now())",
                "insert into case_message (breach, kind, text, account, account_name, at)"
                        + " values ('BR-2016-0001', 'question', '', 1, '', now())",
                "insert into case_message (breach, kind, text, account, account_name, at)"
                        + " values ('BR-2016-0001', 'answer', '', null, '', now())",
                "insert into commitment_change (commitment, status, account, account_name, at)"
                        + " values (1, 'done', 1, '', now())",
                "insert into case_file (breach, document, file_name, for_producer, account, account_name, at)"
                        + " values ('BR-2016-0001', 1, '', true, 1, '', now())",
                "insert into correction (breach, field, account, account_name, at)"
                        + " values ('BR-2016-0001', 'outputTitle', 1, '', now())",
                "insert into redaction (breach, section, from_char, to_char, reason, decision, account_name, at)"
                        + " values ('BR-2016-0001', 'ACCOUNT', 4, 5, 'other', 'kept', '', now())",
                "insert into approval (breach, kind, content_digest, account, account_name, at)"
                        + " values ('BR-2016-0001', 'clear', repeat('0', 64), 1, '', now())",
                "insert into scheduled_release values ('BR-2016-0001', now(), 'published', null, '{}', '', 1, '')",
                "insert into case_note (breach, text, account, account_name, at)"
                        + " values ('BR-2016-0001', '', 1, '', now())",
                "insert into case_link values ('BR-2016-0001', 'BR-2016-0002', 'repeat', null, 1, '', now())",
                "insert into register_log (position) values (99)",
                "insert into document (sha256) values ('')",
                "insert into breach (id) values ('BR-2016-0003')",
                "update register_log set record = '{}'",
                "update breach set bodies = '{tides,moors}'",
                "update breach set assignee = null",
                "update breach set outcome = 'not-a-breach'",
                "update breach set report = '{}'",
                "update breach set state = 'published'",
                "update breach set state = 'assessed'",
                "update commitment set status = 'done'",
                "update commitment set breach = 'BR-2016-0002'",
                "update draft set body = 'moors'",
                "update draft set document = 1",
                "update draft set account = 2",
                "update approval set void_since = now()",
                "delete from register_log",
                "delete from breach",
                "delete from case_message",
                "delete from case_step",
                "delete from scheduled_release",
                "truncate draft",
                "create table x (y int)",
                "create function x() returns int language sql as 'select 1'",
                "alter table breach disable row level security",
                "drop policy own_case on breach",
                "create policy all_cases on breach using (true)",
                "set session_replication_role = replica",
                "select lies_in_a_draft_alone(1)",
                "grant breach_caseworker to breach_producer"
            })
    void aProducerIsRefused(String sql) throws SQLException {
        assertRefused(TIDES, sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update breach set revision = 99 where id = 'BR-2016-0002'",
                "update draft set form = '{}' where body = 'moors'",
                "delete from draft where body = 'moors'",
                "update commitment set revision = 99 where breach = 'BR-2016-0002'"
            })
    void aProducerChangesNoRowOfOthers(String sql) throws SQLException {
        assertThat(change(TIDES, sql)).isZero();
    }

    @Test
    void aProducerAnswersAndSupplementsAndLaysItsOwnDocumentBeside() throws SQLException {
        try (var connection = connection(TIDES);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try (var kept =
                    statement.executeQuery(
                            "select keep_document(repeat('c', 64), 'c', 'text/plain', 'c', now())")) {
                kept.next();
                var message =
                        """
                        insert into case_message (breach, kind, text, document, file_name, account,
                            account_name, at)
                        values ('BR-2016-0001', 'answer', 'x', %d, 'c', 1, 'x', now())\
                        """
                                .formatted(kept.getLong(1));
                assertThat(statement.executeUpdate(message)).isOne();
            }
            assertThat(
                            statement.executeUpdate(
                                    "update breach set state = 'under-assessment', revision = revision + 1"))
                    .isOne();
            assertThat(
                            statement.executeUpdate(
                                    """
                                    insert into case_step (breach, step, state, account, account_name, at)
                                    values ('BR-2016-0001', 'answer', 'under-assessment', 1, '', now())\
                                    """))
                    .isOne();
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into case_message (breach, kind, text, document, file_name, account, account_name, at)"
                        + " values ('BR-2016-0001', 'answer', '', %d, '', 1, '', now())",
                "insert into draft (id, account, body, form, document, created_at, changed_at)"
                        + " values (repeat('c', 22), 1, 'tides', '{}', %d, now(), now())"
            })
    void theNumberOfADocumentDoesNotOpenIt(String sql) throws SQLException {
        var others = asOwner("select id from document where file_name = 'Moors.txt' order by id");
        assertThat(others).hasSize(5);
        for (var number : others) {
            var there = failure(TIDES, sql.formatted(Long.parseLong(number)));
            var notThere = failure(TIDES, sql.formatted(987654));
            assertThat(there.getSQLState()).isEqualTo(REFUSED);
            assertThat(there.getMessage()).isEqualTo(notThere.getMessage());
        }
    }

    @Test
    void refusalsTellNotWhatThereIs() throws SQLException {
        var sql =
                "insert into case_message (breach, kind, text, account, account_name, at)"
                        + " values ('%s', 'answer', '', 1, '', now())";
        var there = failure(TIDES, sql.formatted("BR-2016-0002"));
        var notThere = failure(TIDES, sql.formatted("BR-2016-9999"));
        assertThat(there.getMessage()).isEqualTo(notThere.getMessage());

        // The identifier of a draft cannot be guessed; a clash quotes no row.
        var clash =
                failure(
                        TIDES,
                        "insert into draft (id, account, body, form, created_at, changed_at)"
                                + " values (repeat('b', 22), 1, 'tides', '{}', now(), now())");
        assertThat(clash.getMessage()).doesNotContain("bbbb").doesNotContain("moors");
    }

    @Test
    void approvalsAndTheAuditNameWhoeverActs() throws SQLException {
        assertRefused(
                CASEWORKER,
                "insert into approval (breach, kind, content_digest, account, account_name, at)"
                        + " values ('BR-2016-0001', 'clear', repeat('0', 64), 5, '', now())");
        assertRefused(CASEWORKER, "update approval set account = 4");
        assertRefused(CASEWORKER, "update approval set void_since = null");
        assertRefused(CASEWORKER, "delete from approval");
        assertRefused(
                CASEWORKER,
                "insert into audit_entry (account, account_name, action, record_type, record, origin)"
                        + " values (5, '', '', '', '', '')");
        assertRefused(CASEWORKER, "delete from audit_entry");
        assertRefused(CASEWORKER, "insert into register_log (position) values (99)");
        assertRefused(CASEWORKER, "update document set content = ''");
        assertRefused(CASEWORKER, "update correction set after = '[]'");
        assertRefused(CASEWORKER, "update case_step set state = 'published'");
        for (var table : List.of("register_log", "document", "audit_entry")) {
            assertRefused(Identity.PROGRAM, "delete from " + table);
            assertRefused(Identity.PROGRAM, "truncate " + table);
        }
    }

    @Test
    void numbersOfSequencesAreTheProgramsAlone() throws SQLException {
        var sequences = asOwner("select sequencename from pg_sequences order by 1");
        assertThat(sequences).contains("document_id_seq", "case_message_id_seq");
        for (var who : List.of(Identity.PUBLIC, TIDES, ANALYST, CASEWORKER)) {
            for (var sequence : sequences) {
                assertRefused(who, "select last_value from " + sequence);
                assertRefused(who, "select nextval('%s')".formatted(sequence));
            }
            assertThat(ask(who, "select 1 from pg_sequences where last_value is not null"))
                    .isEmpty();
        }
    }

    @Test
    void statisticsShowNoValueOfAHiddenRow() throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
        for (var who : List.of(Identity.PUBLIC, TIDES, ANALYST)) {
            assertThat(
                            ask(
                                    who,
                                    "select tablename || attname from pg_stats where schemaname = 'public'"
                                            + " and tablename <> 'register_edition'"))
                    .isEmpty();
            assertRefused(who, "select 1 from pg_statistic");
            assertThat(
                            ask(
                                    who,
                                    "select query from pg_stat_activity where datname = current_database()"))
                    .allMatch(query -> query.contains("insufficient privilege"));
        }
    }

    @Test
    void functionsThatPassRowSecurityCheckForThemselves() throws SQLException {
        assertThat(
                        asOwner(
                                """
                                select proname from pg_proc
                                where pronamespace = 'public'::regnamespace and prosecdef
                                order by proname\
                                """))
                .as("a new one needs a test")
                .containsExactly(
                        "is_brought_by_me", "keep_document", "lies_in_a_draft_alone", "name_of");
        assertThat(
                        asOwner(
                                """
                                select proname from pg_proc
                                where pronamespace = 'public'::regnamespace and prosecdef
                                    and (has_function_privilege('breach_public', oid, 'execute')
                                        or proconfig is null)\
                                """))
                .isEmpty();
        assertThat(
                        ask(
                                TIDES,
                                "select name_of(n) from generate_series(1, 5) n where name_of(n) is not null"))
                .containsExactly("Person of Tides");
        assertThat(ask(TIDES, "select n from generate_series(1, 10) n where is_brought_by_me(n)"))
                .hasSize(3);
    }

    private static List<String> known() {
        var tables = new ArrayList<>(OF_EACH_BODY.keySet());
        tables.addAll(OF_NO_CASE);
        return tables;
    }

    /// Asks for every column that `who` may read at all.
    private static void assertSees(@Nullable Identity who, String table, int rows, String... never)
            throws SQLException {
        var columns =
                ask(
                        who,
                        """
                        select quote_ident(attname) from pg_attribute
                        where attrelid = '%1$s'::regclass and attnum > 0 and not attisdropped
                            and has_column_privilege('%1$s', attname, 'select')\
                        """
                                .formatted(table));
        if (columns.isEmpty()) {
            assertThat(rows).as("rows of %s, no column of which is open", table).isZero();
            assertRefused(who, "select 1 from " + table);
            return;
        }
        var seen =
                ask(
                        who,
                        "select row(%s)::text from %s"
                                .formatted(String.join(", ", columns), table));
        assertThat(seen).as("rows of %s for %s", table, who).hasSize(rows);
        for (var word : never) {
            // What is released of another body is everybody's.
            assertThat(seen)
                    .as(table)
                    .filteredOn(row -> !row.contains("released"))
                    .noneMatch(row -> row.contains(word));
        }
    }

    private static boolean hasRight(String role, String table, String right) throws SQLException {
        return asOwner("select has_table_privilege('%s', '%s', '%s')".formatted(role, table, right))
                .equals(List.of("t"));
    }

    private static void assertRefused(@Nullable Identity who, String sql) throws SQLException {
        var failure = failure(who, sql);
        assertThat(failure.getSQLState())
                .as("%s: %s", sql, failure.getMessage())
                .isEqualTo(REFUSED);
    }

    private static SQLException failure(@Nullable Identity who, String sql) throws SQLException {
        try (var connection = connection(who);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
            } catch (SQLException refused) {
                return refused;
            } finally {
                connection.rollback();
            }
        }
        throw new AssertionError("Not refused: " + sql);
    }

    private static int change(Identity who, String sql) throws SQLException {
        try (var connection = connection(who);
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static List<String> ask(@Nullable Identity who, String sql) throws SQLException {
        try (var connection = connection(who)) {
            return texts(connection, sql);
        }
    }

    private static String copied(Identity who, String sql) throws SQLException {
        try (var connection = connection(who)) {
            var text = new StringWriter();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, text);
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A connection as the program hands it out; without an identity, the one that it signs in
    /// with.
    private static Connection connection(@Nullable Identity who) throws SQLException {
        return who == null
                ? withoutIdentity()
                : new ActingDataSource(application, () -> who).getConnection();
    }

    private static Connection withoutIdentity() throws SQLException {
        var connection = application.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("reset role"); // it may have been somebody else's before
        }
        return connection;
    }

    private static List<String> asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection()) {
            return texts(connection, sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }
}
