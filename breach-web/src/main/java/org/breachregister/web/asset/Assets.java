package org.breachregister.web.asset;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// Gives out the few files that pages need, under a directory named after their content, so that a
/// browser may keep them for good.
@RestController
public final class Assets {

    private static final String FRONTEND =
            "META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
    private static final String NOTICE =
            "/* GOV.UK Frontend 5.14.0 by the Government Digital Service, MIT licence; colours and typeface replaced. */\n";

    private final Map<String, Asset> files = new TreeMap<>();
    private final String version;

    Assets() {
        var frontend = Theme.applyTo(text(FRONTEND + "govuk-frontend.min.css"));
        add(
                "breach-register.css",
                "text/css; charset=utf-8",
                NOTICE + frontend + "\n" + text("assets/breach-register.css"));
        add(
                "breach-register.js",
                "text/javascript; charset=utf-8",
                text("assets/breach-register.js"));
        add(
                "govuk-frontend.js",
                "text/javascript; charset=utf-8",
                withoutSourceMap(text(FRONTEND + "govuk-frontend.min.js")));
        add("mark.svg", "image/svg+xml", text("assets/mark.svg"));
        version = digest();
    }

    /// The address of a file: `/assets/3f2a…/breach-register.css`.
    public String address(String file) {
        if (!files.containsKey(file)) {
            throw new IllegalArgumentException(
                    "No asset '%s'. There are %s".formatted(file, files.keySet()));
        }
        return "/assets/" + version + "/" + file;
    }

    @GetMapping("/assets/{version}/{file}")
    ResponseEntity<byte[]> file(@PathVariable("version") String asked, @PathVariable String file) {
        var asset = files.get(file);
        if (asset == null || !asked.equals(version)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .header("Content-Type", asset.mediaType())
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(asset.content());
    }

    private void add(String name, String mediaType, String content) {
        files.put(name, new Asset(mediaType, content.getBytes(StandardCharsets.UTF_8)));
    }

    private String digest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            files.values().forEach(file -> sha256.update(file.content()));
            return HexFormat.of().formatHex(sha256.digest(), 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    private static String withoutSourceMap(String script) {
        return script.replaceAll("//# sourceMappingURL=.*", "");
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Asset(String mediaType, byte[] content) {}
}
