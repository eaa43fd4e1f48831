package org.breachregister.core.document;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Opens XML of documents for reading from start to end. A document type declaration, with which
/// entities and outside files come in, is refused; nothing is ever fetched.
public final class SafeXml {

    /// Deeper than the readers go, so that it is they who say that a document is too deep.
    private static final int DEEPEST = 5_000;

    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("Nothing is fetched");
        });
        return factory;
    }

    /// Opens XML, at its first element.
    ///
    /// @throws UnreadableDocument if it has a document type declaration, or no element
    public static XMLStreamReader open(byte[] xml) {
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD ->
                            throw new UnreadableDocument(
                                    "The document declares a document type (DOCTYPE), which office programs never do. Save it as a new file and send that");
                    case XMLStreamConstants.START_ELEMENT -> {
                        return reader;
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
        throw new UnreadableDocument("The document is damaged: a part of it holds nothing");
    }

    /// The next event.
    ///
    /// @throws UnreadableDocument if the XML is damaged
    public static int next(XMLStreamReader reader) {
        try {
            return reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /// Skips what is left of the element that was just started.
    public static void skip(XMLStreamReader reader) {
        var open = 1;
        while (open > 0) {
            switch (next(reader)) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.END_DOCUMENT -> throw damaged(null);
                default -> {}
            }
        }
    }

    private static UnreadableDocument damaged(@Nullable Exception cause) {
        var message =
                "The document is damaged: a part of it breaks off or is malformed. Open it where it was written, save it again and send the new copy";
        return cause == null
                ? new UnreadableDocument(message)
                : new UnreadableDocument(message, cause);
    }
}
