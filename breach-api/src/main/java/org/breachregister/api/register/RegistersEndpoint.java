package org.breachregister.api.register;

import org.breachregister.api.Operation;
import org.breachregister.api.register.RegisterFiles.RegisterEdition;
import org.breachregister.core.publication.CompiledEdition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/// The register editions as JSON.
@RestController
@RequestMapping("/api/v1/registers")
class RegistersEndpoint {

    private final RegisterFiles registers;

    RegistersEndpoint(RegisterFiles registers) {
        this.registers = registers;
    }

    @GetMapping
    @Operation("The register editions")
    Registers all() {
        return new Registers(registers.all().stream().map(Register::of).toList());
    }

    @GetMapping("/{name}")
    @Operation("A register edition and its files")
    Register one(@PathVariable String name) {
        return registers.find(name).map(Register::of).orElseThrow(RegistersEndpoint::unknown);
    }

    private static ErrorResponseException unknown() {
        var detail =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.NOT_FOUND,
                        "There is no register edition of that name. /api/v1/registers lists them all.");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, detail, null);
    }

    /// All editions, newest first.
    record Registers(List<Register> registers) {}

    /// An edition as its readers see it.
    record Register(
            String name,
            String version,
            String period,
            String basis,
            Instant asAt,
            Instant compiledAt,
            long logPosition,
            int breaches,
            String link,
            List<Download> files) {

        static Register of(RegisterEdition register) {
            CompiledEdition edition = register.edition();
            return new Register(
                    edition.name(),
                    edition.version(),
                    edition.period(),
                    edition.basis(),
                    edition.asAt(),
                    edition.compiledAt(),
                    edition.logPosition(),
                    edition.breaches(),
                    "/api/v1/registers/" + edition.name(),
                    register.files().stream()
                            .map(file ->
                                    new Download(
                                            file.name(),
                                            "/registers/%s/%s"
                                                    .formatted(edition.name(), file.name()),
                                            file.format().mediaType(),
                                            file.size(),
                                            file.sha256()))
                            .toList());
        }
    }

    /// A file to download.
    record Download(String name, String link, String mediaType, long size, String sha256) {}
}
