package org.breachregister.api.register;

import org.breachregister.api.register.RegisterFiles.RegisterFile;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Reads which files an edition consists of.
final class Manifest {

    static final String NAME = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Manifest() {}

    /// The files that a manifest lists, and the manifest last.
    static List<RegisterFile> files(Path directory, byte[] manifest) {
        var files = new ArrayList<RegisterFile>();
        for (var listed : JSON.readTree(manifest).path("files")) {
            var name = listed.path("name").asString("");
            var format = RegisterFiles.format(name);
            if (format != null) {
                files.add(
                        new RegisterFile(
                                name,
                                directory.resolve(name),
                                format,
                                listed.path("bytes").asLong(0),
                                listed.path("sha256").asString("")));
            }
        }
        files.add(
                new RegisterFile(
                        NAME,
                        directory.resolve(NAME),
                        FileFormat.MANIFEST,
                        manifest.length,
                        sha256(manifest)));
        return files;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
