package org.breachregister.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.casework.Casebook;
import org.breachregister.search.index.IndexKeeper;
import org.breachregister.web.Examples;
import org.breachregister.web.RunningServer;
import org.breachregister.web.Uploads;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/// That no address shows what was sent, but to the holder of its receipt.
class StoredDocumentsIT {

    private static final byte[] PAGE =
            ("<!DOCTYPE html><html><body><script>alert('Quokkaberry stored')</script>"
                            + "<h1>BREACH OF THE CODE OF PRACTICE FOR OFFICIAL STATISTICS</h1>"
                            + new String(Uploads.report(900), StandardCharsets.UTF_8)
                                    .replaceAll("(?m)^(.+)$", "<p>$1</p>")
                            + "</body></html>")
                    .getBytes(StandardCharsets.UTF_8);
    private static final Pattern VARIABLE = Pattern.compile("\\{(?:[^{}]|\\{[^}]*})+}");

    private final RunningServer server = RunningServer.get();

    @Test
    void leavesTheServerOnlyAsADownloadForWhoeverHasTheReceipt() {
        var location =
                Uploads.postFile(server.address() + "/report-a-breach", "page.html", PAGE)
                        .headers()
                        .firstValue("location")
                        .orElseThrow();
        var receipt = location.substring(location.lastIndexOf('/') + 1);
        server.part(IndexKeeper.class).catchUp();

        var downloads = new LinkedHashSet<String>();
        var routes = routes();
        assertThat(routes).contains("/breaches/{id}", "/api/v1/reports/{receipt}", "/about");
        for (var route : routes) {
            for (var path : filled(route, receipt)) {
                var response = Uploads.bytes(server.address() + path);
                var body = new String(response.body(), StandardCharsets.UTF_8);
                if (body.contains("<script>alert('Quokkaberry stored')")) {
                    downloads.add(route);
                    assertThat(response.body()).as(path).isEqualTo(PAGE);
                    assertThat(response.headers().firstValue("content-type"))
                            .as(path)
                            .contains("application/octet-stream");
                    assertThat(
                                    response.headers()
                                            .firstValue("content-disposition")
                                            .orElseThrow()
                                            .toLowerCase(Locale.ROOT))
                            .as(path)
                            .startsWith("attachment;");
                } else if (!path.contains(receipt)) {
                    assertThat(path.contains("Quokka") ? withoutTheQuestion(body) : body)
                            .as(path)
                            .doesNotContain("Quokka", "Quillfeather");
                }
            }
        }
        assertThat(downloads)
                .containsExactlyInAnyOrder(
                        "/report-a-breach/received/{receipt}/document",
                        "/api/v1/reports/{receipt}/document");
    }

    /// Every address that is mapped to something that can be asked for.
    private Set<String> routes() {
        var routes = new LinkedHashSet<String>();
        server.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                        routes.addAll(mapping.getPatternValues());
                    }
                });
        routes.addAll(List.of("/actuator/health", "/actuator", "/nothing"));
        return routes;
    }

    /// The route with all that one could try in the place of each variable.
    private List<String> filled(String route, String receipt) {
        var document = RunningServer.sha256(PAGE);
        var breach =
                new Casebook(server.part("programDataSource", DataSource.class))
                        .breachOf(document)
                        .orElseThrow()
                        .value();
        var tried =
                List.of(
                        receipt,
                        document,
                        breach,
                        Examples.FULL.value(),
                        RunningServer.EDITION,
                        "1",
                        "page.html",
                        "document");
        var paths = List.of(route);
        while (paths.stream().anyMatch(path -> VARIABLE.matcher(path).find())) {
            var next = new ArrayList<String>();
            for (var path : paths) {
                tried.forEach(word -> next.add(VARIABLE.matcher(path).replaceFirst(word)));
            }
            paths = next;
        }
        var asked = new ArrayList<String>();
        for (var path : paths) {
            asked.add(path);
            asked.add(path + "?q=Quokkaberry");
            asked.add(path + "?size=100&sort=newest");
            asked.add(
                    path
                            + "?output="
                            + URLEncoder.encode(
                                    "Quokkaberry Harvest Statistics", StandardCharsets.UTF_8));
        }
        return asked;
    }

    /// The words that the question itself brought along.
    private static String withoutTheQuestion(String body) {
        return body.replaceAll("Quokkaberry(?:[ +]Harvest[ +]Statistics(?!, 900))?", "");
    }
}
