package org.breachregister.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Sends documents to a server as browsers and programs do.
public final class Uploads {

    /// Words that stand in the report of [#report] and nowhere else in the register.
    public static final String SECRET = "Quokkaberry";

    private static final String BOUNDARY = "----boundary-of-a-test";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Uploads() {}

    /// A report of fictional events as plain text.
    ///
    /// @param number makes it another document, of which everything else is the same
    public static byte[] report(int number) {
        return """
        BREACH OF THE CODE OF PRACTICE FOR OFFICIAL STATISTICS

        1. Background information

        Name of Statistical Output (including weblink to the relevant output or 'landing page')

        Quokkaberry Harvest Statistics, %d

        Name of Producer Organisation

        Department for Transport

        Name and contact details of the statistical Head of Profession (Lead Official in an Arm's Length Body) submitting this report, and date of report

        Tamsin Quillfeather, Head of Profession, tamsin.quillfeather@quokka.example, 01632 960123
        3 October 2016

        2. Circumstances of breach

        Relevant Principle/Protocol and Practice

        Protocol 2, Practice 8

        Date of occurrence

        30 September 2016

        Nature of breach (including links with previous breaches, if any)

        Tamsin Quillfeather sent the Quokkaberry figures to a grower on 30 September, four days early.

        Reasons for breach

        The list of recipients was out of date.

        3. Reactions and impact (both within the producer body and outside)

        None that we know of.

        4. Corrective actions taken to prevent reoccurrence of such a breach (include short-term actions, and long-term changes made to procedures)

        Two people check every list. We will report back by 31 March 2017.
        """
                .formatted(number)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A part of a form.
    public record Part(String disposition, byte[] content) {

        public static Part file(String name, byte[] content) {
            return new Part(
                    "form-data; name=\"file\"; filename=\""
                            + name.replace("\"", "%22").replace("\n", "%0A")
                            + "\"",
                    content);
        }
    }

    /// The body of a form.
    public static byte[] form(List<Part> parts) {
        var body = new ByteArrayOutputStream();
        for (var part : parts) {
            body.writeBytes(
                    ("--"
                                    + BOUNDARY
                                    + "\r\nContent-Disposition: "
                                    + part.disposition()
                                    + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /// The type of a body made by [#form].
    public static String formType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /// Posts a form with one file.
    public static HttpResponse<String> postFile(
            String address, String fileName, byte[] content, String... headers) {
        return post(address, formType(), form(List.of(Part.file(fileName, content))), headers);
    }

    /// Posts a body.
    public static HttpResponse<String> post(
            String address, String type, byte[] body, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", type));
        all.addAll(List.of(headers));
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(60))
                        .headers(all.toArray(String[]::new))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /// Asks for bytes.
    public static HttpResponse<byte[]> bytes(String address) {
        return send(
                HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    }

    private static <T> HttpResponse<T> send(
            HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
