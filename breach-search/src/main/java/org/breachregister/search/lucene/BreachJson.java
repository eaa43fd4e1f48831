package org.breachregister.search.lucene;

import org.breachregister.core.publication.PublishedBreach;

import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a published breach whole inside the index, so that a hit needs no database.
final class BreachJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(PublishedBreach.class);
    private static final ObjectReader READER = MAPPER.readerFor(PublishedBreach.class);

    private BreachJson() {}

    static byte[] write(PublishedBreach breach) {
        return WRITER.writeValueAsBytes(breach);
    }

    static PublishedBreach read(byte[] bytes, int offset, int length) {
        return READER.readValue(bytes, offset, length);
    }
}
