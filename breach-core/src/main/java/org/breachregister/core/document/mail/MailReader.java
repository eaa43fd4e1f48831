package org.breachregister.core.document.mail;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.BasicBodyFactory;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.MimeConfig;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.UnreadableDocument;
import org.breachregister.core.document.mail.Message.Part;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes e-mail messages apart (.eml), in memory.
public final class MailReader {

    private static final int MOST_PARTS = 500;
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
    private int parts;

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
            var message = builder.parseMessage(new ByteArrayInputStream(content));
            var reader = new MailReader();
            reader.take(message, 0);
            return new Message(
                    MailHeaders.shown(message.getHeader()),
                    new Part("", reader.body.text().getBytes(StandardCharsets.UTF_8)),
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

    private void take(Entity entity, int depth) throws IOException, MimeException {
        Bounds.depth(depth);
        if (++parts > MOST_PARTS) {
            throw new UnreadableDocument(
                    "The message has more than %d parts. Send the report alone"
                            .formatted(MOST_PARTS));
        }
        var type = type(entity);
        refuseSealed(entity, type);
        if (entity.getBody() instanceof Multipart multipart) {
            multipart(multipart, type, depth);
        } else if (entity.getBody() instanceof org.apache.james.mime4j.dom.Message inner) {
            attach(name(entity, "forwarded message"), written(inner));
        } else if (entity.getBody() instanceof SingleBody single && !NEVER_READ.contains(type)) {
            single(entity, type, bytes(single));
        }
    }

    private void multipart(Multipart multipart, String type, int depth)
            throws IOException, MimeException {
        if (!type.equals("multipart/alternative")) {
            for (var part : multipart.getBodyParts()) {
                take(part, depth + 1);
            }
            return;
        }
        // The same words several times: the best is that with tables, else plain text.
        var best = MailBody.NONE;
        for (var part : multipart.getBodyParts()) {
            var before = body;
            body = MailBody.NONE;
            take(part, depth + 1);
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
            body =
                    body.followedBy(
                            MailBody.of(
                                    MailText.decoded(
                                            bytes, MailHeaders.charset(entity.getHeader())),
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
            throw new UnreadableDocument(
                    "The message is encrypted or sealed. Save the report that it holds and send that");
        }
        if (type.equals("application/ms-tnef")
                || MailHeaders.fileName(entity.getHeader()).equalsIgnoreCase("winmail.dat")) {
            throw new UnreadableDocument(
                    "The message is packed in Outlook's own form (winmail.dat), which is not read. Save the report that it holds and send that");
        }
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
