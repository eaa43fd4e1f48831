package org.breachregister.web.export;

import org.breachregister.batch.export.ExportFormat;
import org.breachregister.batch.export.OwnRecords;
import org.breachregister.batch.export.RecordExport;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/// A producer's own records as a file, for people and for programs. A file holds one body's records
/// and is made in memory: there are hundreds of them at most.
@RestController
class RecordDownload {

    private final Cases cases;
    private final Producers producers;
    private final Clock clock;

    RecordDownload(Cases cases, Producers producers, Clock clock) {
        this.cases = cases;
        this.producers = producers;
        this.clock = clock;
    }

    @GetMapping("/my-reports/export")
    ResponseEntity<byte[]> download(
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "records") String table)
            throws IOException {
        var actor = Acting.current();
        var producer =
                producers
                        .find(chosen(actor, body))
                        .orElseThrow(() -> refused(HttpStatus.NOT_FOUND, "There is no such body."));
        var kind = format(format);
        var history = table.equals("history");
        if (!history && !table.equals("records")) {
            throw refused(HttpStatus.BAD_REQUEST, "The table is records or history.");
        }
        var export =
                new RecordExport(
                        OwnRecords.of(producer.id(), actor, cases),
                        producer.name(),
                        clock.instant());
        var bytes = new ByteArrayOutputStream();
        if (history && kind == ExportFormat.CSV) {
            export.writeHistory(bytes);
        } else {
            export.write(kind, bytes);
        }
        var name =
                history && kind == ExportFormat.CSV
                        ? export.historyFileName()
                        : export.fileName(kind);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, kind.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes.toByteArray());
    }

    /// A producer's account exports its own bodies and learns of no other; the regulator exports
    /// any.
    private static ProducerId chosen(Actor actor, @Nullable String body) {
        if (actor.is(Role.PRODUCER)) {
            if (body == null && actor.bodies().size() == 1) {
                return actor.bodies().iterator().next();
            }
            if (body == null) {
                throw refused(
                        HttpStatus.BAD_REQUEST, "Name the body whose records you want: body=...");
            }
            return id(body).filter(actor.bodies()::contains)
                    .orElseThrow(() -> refused(HttpStatus.NOT_FOUND, "There is no such body."));
        }
        if (!actor.isRegulator()) {
            throw refused(HttpStatus.NOT_FOUND, "There is nothing here.");
        }
        if (body == null) {
            throw refused(HttpStatus.BAD_REQUEST, "Name the body whose records you want: body=...");
        }
        return id(body).orElseThrow(() -> refused(HttpStatus.NOT_FOUND, "There is no such body."));
    }

    private static Optional<ProducerId> id(String body) {
        try {
            return Optional.of(new ProducerId(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ExportFormat format(String key) {
        try {
            return ExportFormat.of(key);
        } catch (IllegalArgumentException e) {
            throw refused(HttpStatus.BAD_REQUEST, "The format is xlsx, ods, csv or json.");
        }
    }

    private static ErrorResponseException refused(HttpStatus status, String sentence) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, sentence), null);
    }
}
