package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseChange.Result;
import org.breachregister.core.casework.CaseChange.Result.Made;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/// Words and files that come into a case after the report: questions and answers, supplements,
/// notes and attachments.
final class Correspondence {

    private final Sql sql;
    private final Documents documents;

    Correspondence(Sql sql) {
        this.sql = sql;
        this.documents = new Documents(sql);
    }

    Result ask(
            Actor actor,
            BreachCase it,
            String question,
            @Nullable LocalDate due,
            LocalDate today,
            Instant now) {
        var problem = Given.due(due, today);
        return problem != null
                ? Result.invalid(problem)
                : say(actor, it.id(), Message.Kind.QUESTION, question, due, null, now);
    }

    Result answer(
            Actor actor, BreachCase it, String answer, @Nullable Document document, Instant now) {
        return say(actor, it.id(), Message.Kind.ANSWER, answer, null, document, now);
    }

    Result supplement(
            Actor actor, BreachCase it, String text, @Nullable Document document, Instant now) {
        return say(actor, it.id(), Message.Kind.SUPPLEMENT, text, null, document, now);
    }

    private Result say(
            Actor actor,
            BreachId id,
            Message.Kind kind,
            String given,
            @Nullable LocalDate due,
            @Nullable Document document,
            Instant now) {
        var text = Given.tidy(given);
        var problem =
                document != null && text.isEmpty()
                        ? null // the document says it all
                        : Given.text("The " + kind.key(), text);
        if (problem == null && document != null) {
            problem = Documents.problem(document);
        }
        if (problem != null) {
            return Result.invalid(problem);
        }
        var number =
                sql.only(
                        row -> row.number("id"),
                        """
                        insert into case_message (breach, kind, text, due, document, file_name,
                            account, account_name, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id\
                        """,
                        id.value(),
                        kind.key(),
                        text,
                        due,
                        document == null ? null : documents.keep(document),
                        document == null ? null : document.fileName(),
                        CaseChange.number(actor),
                        actor.name(),
                        now);
        return new Made()
                .number(number)
                .with("message", null, number)
                .with("kind", null, kind.key())
                .with("due", null, due == null ? null : due.toString())
                .with("sha256", null, document == null ? null : document.sha256());
    }

    Result note(Actor actor, BreachCase it, String given, Instant now) {
        var text = Given.tidy(given);
        var problem = Given.text("The note", text);
        if (problem != null) {
            return Result.invalid(problem);
        }
        var number =
                sql.only(
                        row -> row.number("id"),
                        """
                        insert into case_note (breach, text, account, account_name, at)
                        values (?, ?, ?, ?, ?) returning id\
                        """,
                        it.id().value(),
                        text,
                        CaseChange.number(actor),
                        actor.name(),
                        now);
        return new Made().number(number).with("note", null, number);
    }

    Result attach(Actor actor, BreachCase it, Document document, boolean forProducer, Instant now) {
        var problem = Documents.problem(document);
        if (problem != null) {
            return Result.invalid(problem);
        }
        var number =
                sql.only(
                        row -> row.number("id"),
                        """
                        insert into case_file (breach, document, file_name, for_producer, account,
                            account_name, at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id\
                        """,
                        it.id().value(),
                        documents.keep(document),
                        document.fileName(),
                        forProducer,
                        CaseChange.number(actor),
                        actor.name(),
                        now);
        return new Made()
                .number(number)
                .with("file", null, number)
                .with("sha256", null, document.sha256())
                .with("forProducer", null, forProducer);
    }
}
