package org.breachregister.batch.table.xlsx;

import org.breachregister.api.ColumnValue;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A web address that may become a link in a spreadsheet.
final class SafeLink {

    /// The longest address that spreadsheet programs follow.
    private static final int LONGEST = 2_000;

    private SafeLink() {}

    /// The address in a cell of a link column, where there is exactly one and it is an ordinary web
    /// address.
    static Optional<String> in(ColumnValue value) {
        return value instanceof ColumnValue.Texts(var texts) && texts.size() == 1
                ? Optional.of(texts.getFirst()).filter(SafeLink::isSafe)
                : Optional.empty();
    }

    private static boolean isSafe(String address) {
        if (address.length() > LONGEST) {
            return false;
        }
        try {
            var uri = new URI(address);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && address.chars().allMatch(character -> character > ' ' && character < 0x7F);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
