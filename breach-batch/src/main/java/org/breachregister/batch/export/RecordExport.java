package org.breachregister.batch.export;

import org.breachregister.api.Column;
import org.breachregister.api.OwnEvent;
import org.breachregister.api.OwnEventColumn;
import org.breachregister.api.OwnRecord;
import org.breachregister.api.OwnRecordColumn;
import org.breachregister.batch.table.CsvTable;
import org.breachregister.batch.table.TableMeasure;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/// Writes a producer's own records, with the history of each, as a file. All formats hold the same
/// values, from the same columns.
public final class RecordExport {

    static final List<Column<OwnRecord>> RECORDS = List.of(OwnRecordColumn.values());
    static final List<Column<OwnEvent>> HISTORY = List.of(OwnEventColumn.values());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OwnRecords own;
    private final String producer;
    private final Instant at;

    /// @param producer the producer's name
    /// @param at the moment whose records these are
    public RecordExport(OwnRecords own, String producer, Instant at) {
        this.own = own;
        this.producer = producer;
        this.at = at;
    }

    /// Name of the file.
    public String fileName(ExportFormat format) {
        return "breach-records-%s.%s".formatted(own.producer(), format.key());
    }

    /// Name of the CSV file that holds the history.
    public String historyFileName() {
        return "breach-records-%s-history.csv".formatted(own.producer());
    }

    /// Writes the file. The stream stays open.
    public void write(ExportFormat format, OutputStream out) throws IOException {
        switch (format) {
            case XLSX -> new RecordWorkbook(own, producer, at).writeXlsx(out);
            case ODS -> new RecordWorkbook(own, producer, at).writeOds(out);
            case CSV -> csv(RECORDS, own.records(), out);
            case JSON -> json(out);
        }
    }

    /// Writes the history as CSV. The stream stays open.
    public void writeHistory(OutputStream out) throws IOException {
        csv(HISTORY, own.events(), out);
    }

    static <R> TableMeasure measure(List<Column<R>> columns, List<R> rows) {
        var taker = new TableMeasure.Taker(columns);
        for (var row : rows) {
            for (var column = 0; column < columns.size(); column++) {
                var value = columns.get(column).of(row);
                taker.cell(column, value, value.plain());
            }
            taker.row();
        }
        return taker.taken();
    }

    private static <R> void csv(List<Column<R>> columns, List<R> rows, OutputStream out)
            throws IOException {
        try (var table = new CsvTable<>(columns, new KeptOpen(out))) {
            rows.forEach(table::row);
        }
    }

    private void json(OutputStream out) throws IOException {
        try (var generator = JSON.createGenerator(new KeptOpen(out))) {
            generator.writeStartObject();
            generator.writeStringProperty("producer", own.producer().value());
            generator.writeStringProperty("producerName", producer);
            generator.writeStringProperty("exportedAt", at.toString());
            generator.writeArrayPropertyStart("records");
            for (var record : own.records()) {
                generator.writeStartObject();
                members(generator, RECORDS, record);
                generator.writeArrayPropertyStart("history");
                for (var event : own.events()) {
                    if (event.breach().equals(record.breach().id())) {
                        generator.writeStartObject();
                        members(
                                generator,
                                HISTORY.stream()
                                        .filter(column -> column != OwnEventColumn.BREACH_ID)
                                        .toList(),
                                event);
                        generator.writeEndObject();
                    }
                }
                generator.writeEndArray();
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        out.write('\n');
    }

    private static <R> void members(JsonGenerator generator, List<Column<R>> columns, R row) {
        for (var column : columns) {
            generator.writePOJOProperty(column.key(), column.of(row).json());
        }
    }

    /// A stream that whoever opened it closes.
    private static final class KeptOpen extends java.io.FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
