package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.document.UnreadableDocument;
import org.breachregister.core.report.PersonalDatum;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What every fuzz test demands of a reader.
final class Fuzzed {

    /// The days of breach to read with: unknown, and one in each edition of the Code.
    static final List<Optional<LocalDate>> DAYS =
            List.of(
                    Optional.empty(),
                    Optional.of(LocalDate.of(2012, 5, 1)),
                    Optional.of(LocalDate.of(2020, 5, 1)),
                    Optional.of(LocalDate.of(2026, 5, 1)));

    /// Inputs have some thousand bytes and instrumentation makes the code slower; beyond this the
    /// time grows faster than the input.
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Fuzzed() {}

    static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    /// What is read in a document that may be refused, within bounded time.
    static <T> Optional<T> read(Supplier<T> reader) {
        return within(() -> {
            try {
                return Optional.of(reader.get());
            } catch (UnreadableDocument e) {
                assertThat(e.getMessage()).isNotBlank();
                return Optional.empty();
            }
        });
    }

    /// What is read, within bounded time. The processor's time is measured, as the clock also
    /// counts what else the machine does.
    static <T> T within(Supplier<T> reader) {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        var read = reader.get();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
                .as("time taken")
                .isLessThan(LONGEST);
        return read;
    }

    /// Demands that words stand where they are said to.
    static void assertPlaces(List<PersonalDatum> data, String field, String text) {
        for (var datum : data) {
            if (datum.field().equals(field)) {
                assertThat(datum.start()).isBetween(0, datum.end() - 1);
                assertThat(datum.end()).isLessThanOrEqualTo(text.length());
                assertThat(text.substring(datum.start(), datum.end())).isEqualTo(datum.text());
            }
        }
    }
}
