package org.breachregister.core.document.mail;

import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.UnreadableDocument;

import java.util.Locale;

/// The words of a message itself.
///
/// @param text plain text, or a web page
/// @param page whether it is a web page
record MailBody(String text, boolean page) {

    static final MailBody NONE = new MailBody("", false);

    static MailBody of(String text, boolean page, MailHeaders.Flow flow) {
        return new MailBody(page ? text : MailText.unfolded(text, flow), page);
    }

    /// Its text, which shows by its start whether it is a web page.
    String marked() {
        return page ? "<!DOCTYPE html>\n" + text : text;
    }

    private boolean isEmpty() {
        return text.isBlank();
    }

    private boolean hasTable() {
        return page && text.toLowerCase(Locale.ROOT).contains("<table");
    }

    /// The one of two renderings that says more of how the text is laid out.
    MailBody better(MailBody other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        if (hasTable() != other.hasTable()) {
            return hasTable() ? this : other;
        }
        return page ? other : this;
    }

    /// Both, one after the other.
    ///
    /// @throws UnreadableDocument if that is more than is read of a document
    MailBody followedBy(MailBody next) {
        if (isEmpty() || next.isEmpty()) {
            return isEmpty() ? next : this;
        }
        if (text.length() + next.text.length() > Bounds.MOST_CHARACTERS) {
            throw Bounds.tooLong(text.length() + next.text.length());
        }
        if (page == next.page) {
            return new MailBody(text + (page ? "<hr>" : "\n\n") + next.text, page);
        }
        return page
                ? new MailBody(text + preformatted(next.text), true)
                : new MailBody(preformatted(text) + next.text, true);
    }

    private static String preformatted(String text) {
        return "<div><pre>"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                + "</pre></div>";
    }
}
