package org.breachregister.api;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/// The value of a published column for one row. Every file format and answer is made from it.
public sealed interface ColumnValue {

    /// What stands between the values of a list in a single cell.
    String SEPARATOR = "; ";

    /// The value as the text of one cell; empty for a missing value.
    String plain();

    /// The value in JSON: a string, a number, a list of strings, or null for a missing value.
    @Nullable Object json();

    /// A text.
    record Text(String text) implements ColumnValue {
        @Override
        public String plain() {
            return text;
        }

        @Override
        public Object json() {
            return text;
        }
    }

    /// A day.
    record Day(LocalDate day) implements ColumnValue {
        @Override
        public String plain() {
            return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
        }

        @Override
        public Object json() {
            return plain();
        }
    }

    /// A moment, to the second.
    record Moment(Instant moment) implements ColumnValue {
        public Moment {
            moment = moment.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public String plain() {
            return DateTimeFormatter.ISO_INSTANT.format(moment);
        }

        @Override
        public Object json() {
            return plain();
        }
    }

    /// A whole number.
    record Whole(long number) implements ColumnValue {
        @Override
        public String plain() {
            return Long.toString(number);
        }

        @Override
        public Object json() {
            return number;
        }
    }

    /// Several texts in order; possibly none.
    record Texts(List<String> texts) implements ColumnValue {
        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public String plain() {
            return String.join(SEPARATOR, texts);
        }

        @Override
        public Object json() {
            return texts;
        }
    }

    /// No value.
    record Missing() implements ColumnValue {
        @Override
        public String plain() {
            return "";
        }

        @Override
        public @Nullable Object json() {
            return null;
        }
    }

    /// The text in its published form; missing where nothing is left of it.
    static ColumnValue text(@Nullable String text) {
        var published = text == null ? "" : PublishedText.of(text);
        return published.isEmpty() ? new Missing() : new Text(published);
    }

    /// The day, or missing.
    static ColumnValue day(@Nullable LocalDate day) {
        return day == null ? new Missing() : new Day(day);
    }

    /// The number, or missing.
    static ColumnValue whole(@Nullable Long number) {
        return number == null ? new Missing() : new Whole(number);
    }

    /// The texts in their published form and order, each once, empty ones left out.
    static ColumnValue texts(Collection<String> texts) {
        return new Texts(
                texts.stream()
                        .map(PublishedText::of)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList());
    }
}
