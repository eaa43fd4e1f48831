package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Finds the Orders on pre-release access among the words of a field.
final class OrderScanner {

    private static final int LONGEST = 24;
    private static final Set<String> ORDER = Set.of("order", "orders", "gorchymyn");
    private static final Set<String> FILLING =
            Set.of(
                    "access",
                    "to",
                    "official",
                    "statistics",
                    "statistic",
                    "the",
                    "of",
                    "in",
                    "for",
                    "on",
                    "about",
                    "mynediad",
                    "at",
                    "ystadegau",
                    "swyddogol",
                    "cyn",
                    "eu",
                    "rhyddhau",
                    "no");
    private static final Set<String> ARTICLE =
            Set.of(
                    "article",
                    "articles",
                    "art",
                    "paragraph",
                    "paragraphs",
                    "para",
                    "schedule",
                    "sch",
                    "section",
                    "regulation",
                    "erthygl");
    private static final Map<String, String> NATIONS =
            Map.ofEntries(
                    Map.entry("scotland", "Scotland"),
                    Map.entry("scottish", "Scotland"),
                    Map.entry("scots", "Scotland"),
                    Map.entry("wales", "Wales"),
                    Map.entry("welsh", "Wales"),
                    Map.entry("cymru", "Wales"),
                    Map.entry("gorchymyn", "Wales"),
                    Map.entry("ni", "Northern Ireland"),
                    Map.entry("northern", "Northern Ireland"),
                    Map.entry("ireland", "Northern Ireland"),
                    Map.entry("irish", "Northern Ireland"),
                    Map.entry("uk", "UK"),
                    Map.entry("united", "UK"),
                    Map.entry("kingdom", "UK"),
                    Map.entry("england", "UK"));

    private final List<AccessOrder> orders;
    private final Map<String, AccessOrder> byInstrument = new LinkedHashMap<>();

    OrderScanner(CodeOfPractice code) {
        this.orders = code.orders();
        for (var order : orders) {
            var number = order.instrument().substring(order.instrument().lastIndexOf(' ') + 1);
            byInstrument.put(number, order);
        }
    }

    /// An Order whose words begin at a token, or null.
    @Nullable Found at(List<Token> tokens, int from) {
        var first = tokens.get(from);
        var byNumber = instrumentAt(tokens, from);
        if (byNumber != null) {
            return found(tokens, List.of(byNumber.order()), byNumber.order(), from, byNumber.end());
        }
        if (!mayBegin(first)) {
            return null;
        }
        var seen = new Seen();
        int last = Math.min(tokens.size(), from + LONGEST);
        int end = from;
        int at = from;
        while (at < last) {
            int access = accessEnd(tokens, at);
            var token = tokens.get(at);
            if (access > at) {
                if (seen.access) {
                    break; // the next Order
                }
                seen.access = true;
                seen.abbreviated |= token.isWord("pra");
                at = access;
                end = access;
            } else if (at > 0 && tokens.get(at - 1).isWord("in") && token.isWord("order")) {
                break;
            } else if (seen.take(token)) {
                at++;
                end = at;
            } else if (token.isMark(",")
                    && seen.order
                    && seen.year == null
                    && at + 1 < last
                    && isYear(tokens.get(at + 1))) {
                at++;
            } else if (token.isMark("(),") && !(seen.order && seen.access && token.isMark(","))
                    || token.isWord() && FILLING.contains(token.text())
                    || token.isMark(".") && token.glued()
                    || token.isWord("n") && seen.startsAbbreviatedNation(tokens, at)
                    || token.isWord("i") && seen.nation != null) {
                at++;
            } else {
                break;
            }
        }
        boolean named =
                seen.access
                        && (seen.order
                                || seen.abbreviated && seen.nation != null && seen.year != null);
        if (!named) {
            return null;
        }
        for (int i = end; i < Math.min(tokens.size(), end + 6); i++) {
            var number = instrumentAt(tokens, i);
            if (number != null) {
                return found(tokens, List.of(number.order()), number.order(), from, number.end());
            }
        }
        return decided(tokens, seen, from, end);
    }

    private Found decided(List<Token> tokens, Seen seen, int from, int end) {
        var ofNation =
                orders.stream()
                        .filter(order -> seen.nation == null || order.nation().equals(seen.nation))
                        .toList();
        var ofYear =
                ofNation.stream()
                        .filter(order -> seen.year == null || order.id().ref().endsWith(seen.year))
                        .toList();
        if (seen.nation != null) { // each nation has one
            var order = ofNation.getFirst();
            return ofYear.isEmpty()
                    ? found(tokens, orders, order, from, end)
                    : found(tokens, ofNation, order, from, end);
        }
        var uk = ofYear.stream().filter(order -> order.nation().equals("UK")).findFirst();
        if (seen.year != null && uk.isPresent()) {
            // The title of the UK Order is the one without a nation.
            return seen.statistics
                    ? found(tokens, List.of(uk.get()), uk.get(), from, end)
                    : found(tokens, ofYear, uk.get(), from, end);
        }
        return found(tokens, ofYear, null, from, end);
    }

    private static Found found(
            List<Token> tokens,
            List<AccessOrder> orders,
            @Nullable AccessOrder meant,
            int from,
            int to) {
        boolean closes = to < tokens.size() && tokens.get(to).isMark(")");
        int end = closes && opens(tokens, from, to) ? to + 1 : to;
        int last = articleEnd(tokens, end);
        return new Found(
                new Mention.Order(
                        orders.stream().map(AccessOrder::id).toList(),
                        meant == null ? null : meant.id(),
                        tokens.get(from).start(),
                        tokens.get(last - 1).end()),
                last);
    }

    /// Takes in `, article 4` and `, Schedule, paragraph 5(6)`.
    private static int articleEnd(List<Token> tokens, int from) {
        int end = from;
        int at = from;
        boolean article = false;
        int last = Math.min(tokens.size(), from + LONGEST);
        while (at < last && !tokens.get(at).onNewLine()) {
            var token = tokens.get(at);
            if (token.isWord() && ARTICLE.contains(token.text())) {
                article = true;
                end = ++at;
            } else if (article && token.isNumber()) {
                end = ++at;
                if (at + 2 < last
                        && tokens.get(at).isMark("(")
                        && tokens.get(at).glued()
                        && tokens.get(at + 2).isMark(")")) {
                    at += 3;
                    end = at;
                }
            } else if (token.isMark(",(.") && at + 1 < last) {
                at++;
            } else {
                break;
            }
        }
        return article ? end : from;
    }

    /// `2008/399`, `2008 No. 399`.
    private @Nullable Instrument instrumentAt(List<Token> tokens, int from) {
        if (!isYear(tokens.get(from)) || from + 2 >= tokens.size()) {
            return null;
        }
        int at = from + 1;
        if (!tokens.get(at).isMark("/") && !tokens.get(at).isWord("no")) {
            return null;
        }
        at++;
        if (tokens.get(at).isMark(".")) {
            at++;
        }
        if (at >= tokens.size() || !tokens.get(at).isNumber()) {
            return null;
        }
        var order = byInstrument.get(tokens.get(from).text() + "/" + tokens.get(at).text());
        return order == null ? null : new Instrument(order, at + 1);
    }

    private static boolean mayBegin(Token token) {
        return token.isWord()
                        && (token.text().equals("pre")
                                || token.text().equals("prerelease")
                                || token.text().equals("pra")
                                || ORDER.contains(token.text())
                                || NATIONS.containsKey(token.text()))
                || isYear(token)
                || token.isWord("n");
    }

    /// The index after `pre-release access`, `prerelease` or `PRA` at a token; the token itself for
    /// none.
    private static int accessEnd(List<Token> tokens, int at) {
        var token = tokens.get(at);
        int end = at;
        if (token.isWord("prerelease") || token.isWord("pra") || token.isWord("rhyddhau")) {
            end = at + 1;
        } else if (token.isWord("pre")) {
            int next = at + 1;
            if (next < tokens.size() && tokens.get(next).isMark("-")) {
                next++;
            }
            end = next < tokens.size() && tokens.get(next).isWord("release") ? next + 1 : at;
        }
        return end > at && end < tokens.size() && tokens.get(end).isWord("access") ? end + 1 : end;
    }

    private static boolean opens(List<Token> tokens, int from, int to) {
        int open = 0;
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isMark("(")) {
                open++;
            } else if (tokens.get(i).isMark(")")) {
                open--;
            }
        }
        return open > 0;
    }

    private static boolean isYear(Token token) {
        return token.isNumber() && (token.text().equals("2008") || token.text().equals("2009"));
    }

    private record Instrument(AccessOrder order, int end) {}

    /// @param end index after its last token
    record Found(Mention.Order mention, int end) {}

    /// What the words have said so far.
    private static final class Seen {
        private boolean access;
        private boolean abbreviated;
        private boolean order;
        private boolean statistics;
        private @Nullable String nation;
        private @Nullable String year;

        boolean take(Token token) {
            if (isYear(token) && year == null) {
                year = token.text();
                return true;
            }
            if (!token.isWord()) {
                return false;
            }
            if (ORDER.contains(token.text()) && !order) {
                order = true;
                if (token.isWord("gorchymyn")) {
                    nation = "Wales";
                }
                return true;
            }
            var known = NATIONS.get(token.text());
            if (known != null && (nation == null || nation.equals(known))) {
                nation = known;
                return true;
            }
            statistics |= token.isWord("statistics");
            return false;
        }

        boolean startsAbbreviatedNation(List<Token> tokens, int at) {
            boolean is =
                    at + 2 < tokens.size()
                            && tokens.get(at + 1).isMark(".")
                            && tokens.get(at + 2).isWord("i");
            if (is) {
                nation = Objects.requireNonNullElse(nation, "Northern Ireland");
            }
            return is;
        }
    }
}
