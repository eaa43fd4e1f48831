package org.breachregister.web.desk;

import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.casework.CaseRecords.StoredFile;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

/// Words between the regulator and the producer as a page shows them.
///
/// @param fromProducer whether the producer wrote them
record MessageView(
        String kind,
        String text,
        @Nullable String due,
        @Nullable FileLink file,
        String by,
        String at,
        boolean fromProducer) {

    static MessageView of(Message message, BreachCase one) {
        var file = message.file();
        var due = message.due();
        return new MessageView(
                switch (message.kind()) {
                    case QUESTION -> "Question to the producer";
                    case ANSWER -> "Answer of the producer";
                    case SUPPLEMENT -> "Later part of the report";
                },
                message.text(),
                due == null ? null : Words.day(due),
                file == null ? null : FileLink.of(file, one),
                message.by().name(),
                Words.moment(message.at()),
                message.kind() != Message.Kind.QUESTION);
    }

    /// A file to save.
    record FileLink(String name, String size, String href) {

        static FileLink of(StoredFile file, BreachCase one) {
            return new FileLink(
                    file.fileName(),
                    Words.size(file.bytes()),
                    Desk.path(one, "/files/" + file.document()));
        }
    }
}
