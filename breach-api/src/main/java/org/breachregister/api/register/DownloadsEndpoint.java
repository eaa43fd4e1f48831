package org.breachregister.api.register;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.api.register.RegisterFiles.RegisterFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.file.Files;

/// The files of the register editions.
@RestController
class DownloadsEndpoint {

    private final RegisterFiles registers;

    DownloadsEndpoint(RegisterFiles registers) {
        this.registers = registers;
    }

    @GetMapping("/registers/{name}/{file}")
    @Nullable ResponseEntity<Resource> download(
            @PathVariable String name, @PathVariable String file, HttpServletResponse response)
            throws IOException {
        var found =
                registers
                        .find(name)
                        .flatMap(register -> register.file(file))
                        .filter(listed -> Files.isRegularFile(listed.path()));
        if (found.isEmpty()) {
            response.sendError(
                    HttpServletResponse.SC_NOT_FOUND); // a page for people, not a problem detail
            return null;
        }
        return answer(name, found.get());
    }

    private static ResponseEntity<Resource> answer(String register, RegisterFile file) {
        var fileName =
                file.name().startsWith(register) ? file.name() : register + "-" + file.name();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.format().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(fileName).build().toString())
                .eTag(file.sha256())
                .contentLength(file.size())
                .body(new FileSystemResource(file.path()));
    }
}
