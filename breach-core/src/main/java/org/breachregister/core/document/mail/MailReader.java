package org.breachregister.core.document.mail;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.BasicBodyFactory;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.UnreadableDocument;
import org.breachregister.core.document.mail.Message.Part;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes e-mail messages apart (.eml), in memory.
public final class MailReader {

    private static final int MOST_PARTS = 500;
    private static final int DEEPEST = 30;
    private static final Set<String> NEVER_READ =
            Set.of(
                    "text/calendar",
                    "text/x-vcard",
                    "text/vcard",
                    "application/ics",
                    "application/pgp-signature",
                    "application/pkcs7-signature",
                    "application/x-pkcs7-signature",
                    "message/delivery-status",
                    "message/disposition-notification");
    private static final MimeConfig BOUNDED =
            MimeConfig.custom()
                    .setMaxLineLen(-1)
                    .setMaxHeaderCount(2_000)
                    .setMaxHeaderLen(200_000)
                    .setMaxContentLen(Bounds.MOST_BYTES)
                    .build();

    private final List<Part> attachments = new ArrayList<>();
    private MailBody body = MailBody.NONE;

    private MailReader() {}

    /// Takes a message apart.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged or encrypted
    public static Message read(byte[] content) {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(BOUNDED);
        builder.setBodyFactory(new BasicBodyFactory());
        try {
            refuseNesting(content);
            var message = builder.parseMessage(new ByteArrayInputStream(content));
            var reader = new MailReader();
            reader.take(message);
            return new Message(
                    MailHeaders.shown(message.getHeader()),
                    reader.body.marked(),
                    reader.attachments);
        } catch (IOException | MimeException | RuntimeException e) {
            if (e instanceof UnreadableDocument known) {
                throw known;
            }
            throw new UnreadableDocument(
                    "The e-mail message is damaged. Save it again from the mail program, or send the report that is attached to it",
                    e);
        }
    }

    /// Looks the message over before it is taken apart, which each level of nesting makes slower.
    private static void refuseNesting(byte[] content) throws IOException, MimeException {
        var tokens = new MimeTokenStream(BOUNDED);
        tokens.parse(new ByteArrayInputStream(content));
        var depth = 0;
        var parts = 0;
        for (var state = tokens.getState();
                state != EntityState.T_END_OF_STREAM;
                state = tokens.next()) {
            switch (state) {
                case T_START_MULTIPART, T_START_MESSAGE -> depth++;
                case T_END_MULTIPART, T_END_MESSAGE -> depth--;
                case T_START_BODYPART -> parts++;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new UnreadableDocument(
                        "The message has parts nested more than %d deep, which no mail program writes. Send the report alone"
                                .formatted(DEEPEST));
            }
            if (parts > MOST_PARTS) {
                throw tooManyParts();
            }
        }
    }

    private static UnreadableDocument tooManyParts() {
        return new UnreadableDocument(
                "The message has more than %d parts. Send the report alone".formatted(MOST_PARTS));
    }

    private void take(Entity entity) throws IOException, MimeException {
        var type = type(entity);
        refuseSealed(entity, type);
        if (entity.getBody() instanceof Multipart multipart) {
            multipart(multipart, type);
        } else if (entity.getBody() instanceof org.apache.james.mime4j.dom.Message inner) {
            attach(name(entity, "forwarded message"), written(inner));
        } else if (entity.getBody() instanceof SingleBody single && !NEVER_READ.contains(type)) {
            single(entity, type, bytes(single));
        }
    }

    private void multipart(Multipart multipart, String type) throws IOException, MimeException {
        if (!type.equals("multipart/alternative")) {
            for (var part : multipart.getBodyParts()) {
                take(part);
            }
            return;
        }
        // The same words several times: the best is that with tables, else plain text.
        var best = MailBody.NONE;
        for (var part : multipart.getBodyParts()) {
            var before = body;
            body = MailBody.NONE;
            take(part);
            best = best.better(body);
            body = before;
        }
        body = body.followedBy(best);
    }

    private void single(Entity entity, String type, byte[] bytes) {
        var name = MailHeaders.fileName(entity.getHeader());
        var attached = "attachment".equalsIgnoreCase(entity.getDispositionType());
        var text = type.equals("text/plain") || type.equals("text/html");
        if (text && name.isEmpty() && !attached) {
            var words = MailText.decoded(bytes, MailHeaders.charset(entity.getHeader()));
            if (words.stripLeading().startsWith("-----BEGIN PGP MESSAGE-----")) {
                throw sealed();
            }
            body =
                    body.followedBy(
                            MailBody.of(
                                    words,
                                    type.equals("text/html"),
                                    MailHeaders.flowed(entity.getHeader())));
        } else if (!type.startsWith("image/") || attached) {
            // Pictures in the text are logos and signatures.
            attach(name.isEmpty() ? "attachment" : name, bytes);
        }
    }

    private void attach(String name, byte[] content) {
        attachments.add(new Part(name, content));
    }

    private static void refuseSealed(Entity entity, String type) {
        if (type.equals("multipart/encrypted")
                || type.equals("application/pkcs7-mime")
                || type.equals("application/x-pkcs7-mime")) {
            throw sealed();
        }
        if (type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || MailHeaders.fileName(entity.getHeader()).equalsIgnoreCase("winmail.dat")) {
            throw new UnreadableDocument(
                    "The message is packed in Outlook's own form (winmail.dat), which is not read. Save the report that it holds and send that");
        }
    }

    private static UnreadableDocument sealed() {
        return new UnreadableDocument(
                "The message is encrypted or sealed. Save the report that it holds and send that");
    }

    private static String type(Entity entity) {
        var type = entity.getMimeType();
        return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
    }

    private static String name(Entity entity, String otherwise) {
        var name = MailHeaders.fileName(entity.getHeader());
        return name.isEmpty() ? otherwise : name;
    }

    private static byte[] written(org.apache.james.mime4j.dom.Message message) throws IOException {
        var out = new ByteArrayOutputStream();
        new DefaultMessageWriter().writeMessage(message, out);
        return out.toByteArray();
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        try (var in = body.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
