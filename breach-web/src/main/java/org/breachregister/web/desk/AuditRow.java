package org.breachregister.web.desk;

import org.breachregister.core.account.Audit.Entry;
import org.breachregister.core.database.Sql;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An entry of the record of who did what.
///
/// @param personHref what else that person did, or null for the program
/// @param changes what it changed
record AuditRow(
        String at,
        String by,
        @Nullable String personHref,
        String action,
        String recordType,
        String record,
        List<Changed> changes,
        String origin) {

    /// A value that was changed.
    record Changed(String name, String before, String after) {}

    static AuditRow of(Entry entry) {
        var account = entry.account();
        return new AuditRow(
                Words.moment(entry.at()),
                entry.accountName(),
                account == null ? null : AuditPage.PATH + "?person=" + account.value(),
                entry.action(),
                entry.recordType(),
                entry.record(),
                changes(entry.before(), entry.after()),
                entry.origin());
    }

    private static List<Changed> changes(Sql.@Nullable Json before, Sql.@Nullable Json after) {
        var old = values(before);
        var now = values(after);
        var names = new TreeSet<String>();
        names.addAll(old.keySet());
        names.addAll(now.keySet());
        var changes = new ArrayList<Changed>();
        for (var name : names) {
            changes.add(
                    new Changed(
                            name,
                            words(old.getOrDefault(name, "")),
                            words(now.getOrDefault(name, ""))));
        }
        return List.copyOf(changes);
    }

    private static String words(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining("; "))
                : String.valueOf(value);
    }

    private static Map<?, ?> read(Sql.Json json) {
        return json.as(Map.class);
    }

    private static Map<String, Object> values(Sql.@Nullable Json json) {
        var values = new TreeMap<String, Object>();
        if (json != null) {
            read(json)
                    .forEach((name, value) -> {
                        if (value != null) {
                            values.put(String.valueOf(name), value);
                        }
                    });
        }
        return values;
    }
}
