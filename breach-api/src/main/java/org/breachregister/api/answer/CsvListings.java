package org.breachregister.api.answer;

import com.opencsv.CSVWriterBuilder;

import org.breachregister.api.FormulaText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Writes lists as CSV: the columns are the members of their records, those of a record within a
/// record joined by a full stop; a list stands in one cell, its values joined by a semicolon and a
/// space. Text is guarded as in the files of the register.
final class CsvListings extends AbstractGenericHttpMessageConverter<Listing<?>> {

    CsvListings() {
        super(new MediaType("text", "csv", StandardCharsets.UTF_8), new MediaType("text", "csv"));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Listing.class;
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected void writeInternal(Listing<?> listing, @Nullable Type type, HttpOutputMessage out)
            throws IOException {
        var items = type == null ? null : ResolvableType.forType(type).getGeneric(0).resolve();
        if (items == null || !items.isRecord()) {
            throw new IllegalStateException("Only lists of records can be CSV, not " + type);
        }
        var writer =
                new BufferedWriter(new OutputStreamWriter(out.getBody(), StandardCharsets.UTF_8));
        var csv = new CSVWriterBuilder(writer).withLineEnd("\r\n").build();
        var names = new ArrayList<String>();
        columns(items, "", names);
        csv.writeNext(names.toArray(String[]::new), false);
        for (var item : listing.items()) {
            var cells = new ArrayList<String>();
            cells(items, item, cells);
            csv.writeNext(cells.toArray(String[]::new), false);
        }
        csv.flush();
    }

    private static void columns(Class<?> type, String before, List<String> names) {
        for (var component : type.getRecordComponents()) {
            var name = before + component.getName();
            if (isNested(component)) {
                columns(component.getType(), name + ".", names);
            } else {
                names.add(name);
            }
        }
    }

    private static void cells(Class<?> type, @Nullable Object item, List<String> cells) {
        for (var component : type.getRecordComponents()) {
            var value = item == null ? null : value(component, item);
            if (isNested(component)) {
                cells(component.getType(), value, cells);
            } else {
                cells.add(cell(value));
            }
        }
    }

    private static boolean isNested(RecordComponent component) {
        return component.getType().isRecord() && !Words.isWord(component.getType());
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> several ->
                    FormulaText.guard(
                            several.stream()
                                    .map(each -> String.valueOf(Words.plain(each)))
                                    .collect(Collectors.joining("; ")));
            case String text -> FormulaText.guard(text);
            default -> String.valueOf(Words.plain(value));
        };
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A value cannot be read", e);
        }
    }

    @Override
    protected Listing<?> readInternal(Class<? extends Listing<?>> type, HttpInputMessage in) {
        throw new HttpMessageNotReadableException("Lists are not read", in);
    }

    @Override
    public Listing<?> read(Type type, @Nullable Class<?> context, HttpInputMessage in) {
        throw new HttpMessageNotReadableException("Lists are not read", in);
    }
}
