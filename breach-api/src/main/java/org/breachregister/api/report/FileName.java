package org.breachregister.api.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a file that somebody sent, made harmless: no path, nothing invisible, nothing that
/// turns the direction of reading or that a file system takes for something else.
///
/// @param value the name
public record FileName(String value) {

    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 10;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*;%\\\\/]");
    private static final Pattern AT_THE_EDGES = Pattern.compile("^[. ]+|[. ]+$");
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /// The harmless form of a name.
    public static FileName of(String given) {
        var name = given.substring(Math.max(0, given.length() - 4 * LONGEST));
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(wellFormed(name), Normalizer.Form.NFC);
        name = INVISIBLE.matcher(name).replaceAll("");
        name = SPACES.matcher(name).replaceAll(" ");
        name = FORBIDDEN.matcher(name).replaceAll("_");
        name = AT_THE_EDGES.matcher(shortened(name)).replaceAll("");
        if (name.isEmpty()) {
            return new FileName("document");
        }
        return new FileName(DEVICE.matcher(name).matches() ? "_" + name : name);
    }

    /// The header `Content-Disposition` that has a browser save a file under this name, never show
    /// it (RFC 6266).
    String attachment() {
        var plain =
                ACCENTS.matcher(Normalizer.normalize(value, Normalizer.Form.NFD)).replaceAll("");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                        NOT_ASCII.matcher(plain).replaceAll("_"),
                        URLEncoder.encode(value, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A"));
    }

    @Override
    public String toString() {
        return value;
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /// Keeps the ending, which tells people what it is.
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending =
                dot > 0 && name.length() - dot <= LONGEST_ENDING
                        ? name.substring(dot).toLowerCase(Locale.ROOT)
                        : "";
        var cut = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(cut - 1)) ? cut - 1 : cut)
                + ending;
    }
}
