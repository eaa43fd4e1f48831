package org.breachregister.batch.edition;

import org.breachregister.api.BreachRepresentation;
import org.breachregister.api.RegisterRow;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes breaches as one JSON object, `{"breaches":[...]}`, with one breach a line.
final class JsonRecords implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutputStream out;
    private boolean first = true;

    JsonRecords(OutputStream out) throws IOException {
        this.out = out;
        write("{\"breaches\":[");
    }

    void row(RegisterRow row) throws IOException {
        write(first ? "\n" : ",\n");
        first = false;
        out.write(JSON.writeValueAsBytes(BreachRepresentation.of(row)));
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        write("\n]}\n");
        out.close();
    }
}
