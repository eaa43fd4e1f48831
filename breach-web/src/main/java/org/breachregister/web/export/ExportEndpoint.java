package org.breachregister.web.export;

import org.breachregister.api.ForPrograms;
import org.breachregister.api.Operation;
import org.breachregister.api.input.Asked;
import org.breachregister.batch.export.ExportFormat;
import org.breachregister.core.account.Actor;
import org.breachregister.core.producer.ProducerId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

/// A producer's own records as a file, for programs.
@RestController
@ForPrograms
class ExportEndpoint {

    private final RecordDownload downloads;

    ExportEndpoint(RecordDownload downloads) {
        this.downloads = downloads;
    }

    /// Which table a CSV file holds.
    enum Table {
        RECORDS("records"),
        HISTORY("history");

        private final String key;

        Table(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /// @param body whose records; needed unless the account speaks for one body
    /// @param table the table of a CSV file
    record Wanted(
            @Nullable ExportFormat format, @Nullable ProducerId body, @Nullable Table table) {}

    @GetMapping("/api/v1/export")
    @Operation(
            value = "The records of a body as a file",
            media = {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.oasis.opendocument.spreadsheet",
                "text/csv",
                "application/json"
            },
            problems = {404})
    ResponseEntity<byte[]> export(Actor actor, @Asked Wanted wanted) throws IOException {
        var format = wanted.format();
        var body = wanted.body();
        var table = wanted.table();
        return downloads.download(
                format == null ? ExportFormat.XLSX.key() : format.key(),
                body == null ? null : body.value(),
                table == null ? Table.RECORDS.key() : table.key());
    }
}
