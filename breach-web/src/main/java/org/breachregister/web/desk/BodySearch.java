package org.breachregister.web.desk;

import org.breachregister.core.producer.Producer;
import org.breachregister.core.producer.Producers;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Finds bodies by words of a name that they have or had.
final class BodySearch {

    private BodySearch() {}

    /// Those that the words name, then those whose names hold all of the words.
    static List<Producer> find(Producers producers, String words) {
        var found = new LinkedHashSet<Producer>();
        producers.named(words).forEach(id -> producers.find(id).ifPresent(found::add));
        var wanted =
                Arrays.stream(words.toLowerCase(Locale.UK).strip().split("\\s+"))
                        .filter(word -> word.length() > 1)
                        .toList();
        if (!wanted.isEmpty()) {
            producers.all().stream()
                    .filter(body ->
                            names(body).anyMatch(name -> wanted.stream().allMatch(name::contains)))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static Stream<String> names(Producer body) {
        return Stream.of(
                        Stream.of(body.name()),
                        body.spellings().stream(),
                        body.formerNames().stream().map(Producer.FormerName::name))
                .flatMap(names -> names)
                .map(name -> name.toLowerCase(Locale.UK));
    }

    /// Nation and years of a body.
    static String about(Producer body) {
        var from = body.from();
        var to = body.to();
        return body.nation()
                + (to == null
                        ? from == null ? "" : ", since " + from.getYear()
                        : ", until " + to.getYear());
    }
}
