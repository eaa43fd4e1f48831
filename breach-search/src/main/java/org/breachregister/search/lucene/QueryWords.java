package org.breachregister.search.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a question, understood: every word is wanted, `"in a row"`, `-without`, `begin*`,
/// `this OR that`; numbers of the Code and breach ids by what they name. Whatever is no syntax is a
/// plain word; nothing is ever an error.
final class QueryWords {

    private static final int LONGEST = 1_000;
    private static final int MOST_CLAUSES = 64;
    private static final int SHORTEST_PREFIX = 2;
    private static final float IN_OUTPUT = 3;
    private static final float IN_PRODUCER = 2;

    /// A bare `Q3` is left out: in titles it is a quarter.
    private static final Pattern ELEMENT =
            Pattern.compile(
                    "(?i)(?:(?:principle|protocol|standard)\\s{1,3}\\d{1,2}(?:\\.\\d{1,2}|[\\s,:\u2013-]{1,4}practice\\s{1,3}\\d{1,2})?"
                            + "|[TV]\\d(?:\\.\\d{1,2})?|Q\\d\\.\\d{1,2}|PRA\\s(?:UK|Scotland|Wales|Northern Ireland)\\s\\d{4})(?![\\w*]|\\.\\w)");

    private static final Pattern BREACH_ID = Pattern.compile("(?i)BR-\\d{4}-\\d{4,9}(?![\\w-])");
    private static final String SEPARATORS = ",;()[]{}<>!?=~^\\&";
    private static final String QUOTES = "\"\u201c\u201d";

    private final QueryBuilder builder;
    private final Analyzer analyzer;
    private final FilterQueries filters;

    QueryWords(Analyzer analyzer, FilterQueries filters) {
        this.analyzer = analyzer;
        this.builder = new QueryBuilder(analyzer);
        this.filters = filters;
    }

    /// Part of a question.
    sealed interface Clause {
        boolean unwanted();

        record Words(String text, boolean unwanted) implements Clause {}

        /// `pre-rel*` begins with `rel` after the word `pre`.
        record Prefix(String before, String text, boolean unwanted) implements Clause {}

        record Breach(String id, boolean unwanted) implements Clause {}

        record Elements(String text, List<FilterQueries.Number> numbers, boolean unwanted)
                implements Clause {}
    }

    /// A question's words as alternatives that are all wanted.
    ///
    /// @param parts each a list of alternatives
    /// @param blank whether there was nothing but white space
    record Parsed(List<List<Clause>> parts, boolean blank) {}

    Parsed parse(String question) {
        var words = question.length() <= LONGEST ? question : question.substring(0, LONGEST);
        var parts = new ArrayList<List<Clause>>();
        var clauses = 0;
        var at = 0;
        var or = false;
        var not = false;
        while (at < words.length() && clauses < MOST_CLAUSES) {
            var c = words.charAt(at);
            if (c == '|') {
                or = true;
                at++;
                continue;
            }
            if (isSeparator(c)) {
                at++;
                continue;
            }
            var unwanted = not;
            if (c == '-' || c == '+') {
                unwanted |=
                        c == '-' && at + 1 < words.length() && isWordStart(words.charAt(at + 1));
                at++;
                if (at == words.length() || !isWordStart(words.charAt(at))) {
                    continue;
                }
                c = words.charAt(at);
            }
            Clause clause;
            if (QUOTES.indexOf(c) >= 0) {
                var end = at + 1;
                while (end < words.length() && QUOTES.indexOf(words.charAt(end)) < 0) {
                    end++;
                }
                clause = new Clause.Words(words.substring(at + 1, end), unwanted);
                at = end + 1;
            } else {
                var named = named(words, at, unwanted);
                if (named != null) {
                    clause = named.clause();
                    at = named.end();
                } else {
                    var end = wordEnd(words, at);
                    var word = words.substring(at, end);
                    at = end;
                    switch (word) {
                        case "OR" -> {
                            or = true;
                            continue;
                        }
                        case "NOT" -> {
                            not = true;
                            continue;
                        }
                        case "AND" -> {
                            continue;
                        }
                        default -> clause = word(word, unwanted);
                    }
                }
            }
            clauses++;
            not = false;
            if (or && !parts.isEmpty()) {
                parts.getLast().add(clause);
            } else {
                parts.add(new ArrayList<>(List.of(clause)));
            }
            or = false;
        }
        return new Parsed(parts, question.isBlank());
    }

    /// What to look for.
    Query wanted(Parsed question) {
        var all = new BooleanQuery.Builder();
        var wanted = false;
        var unwanted = false;
        for (var alternatives : question.parts()) {
            var any = new BooleanQuery.Builder();
            var count = 0;
            var everything = false;
            for (var clause : alternatives) {
                var query = query(clause);
                if (query == null) {
                    // A stop word is in every text, a mere sign in none that matters.
                    everything = true;
                } else if (clause.unwanted() && alternatives.size() == 1) {
                    all.add(query, Occur.MUST_NOT);
                    unwanted = true;
                } else {
                    any.add(clause.unwanted() ? without(query) : query, Occur.SHOULD);
                    count++;
                }
            }
            if (count > 0 && !everything) {
                all.add(any.build(), Occur.MUST);
                wanted = true;
            }
        }
        if (!wanted) {
            if (!unwanted
                    && !question.blank()
                    && question.parts().stream()
                            .flatMap(List::stream)
                            .noneMatch(QueryWords::hasWord)) {
                return new MatchNoDocsQuery("no word in the question");
            }
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return all.build();
    }

    /// Whether an answer can be ranked by how well it fits.
    boolean ranks(Parsed question) {
        return question.parts().stream()
                .flatMap(List::stream)
                .anyMatch(clause -> !clause.unwanted() && query(clause) != null);
    }

    /// What to mark in a text; null where there is nothing to mark.
    @Nullable Query marked(Parsed question, String field) {
        var any = new BooleanQuery.Builder();
        var count = 0;
        for (var alternatives : question.parts()) {
            for (var clause : alternatives) {
                var query = clause.unwanted() ? null : inText(field, clause);
                if (query != null) {
                    any.add(query, Occur.SHOULD);
                    count++;
                }
            }
        }
        return count == 0 ? null : any.build();
    }

    private @Nullable Query query(Clause clause) {
        var text = inText(BreachDocument.ALL, clause);
        return switch (clause) {
            case Clause.Words _, Clause.Prefix _ -> {
                if (text == null) {
                    yield null;
                }
                var boosted = new BooleanQuery.Builder().add(text, Occur.MUST);
                boost(boosted, clause, BreachDocument.OUTPUT, IN_OUTPUT);
                boost(boosted, clause, BreachDocument.PRODUCER, IN_PRODUCER);
                yield boosted.build();
            }
            case Clause.Breach(var id, _) ->
                    either(new TermQuery(new Term(BreachDocument.ID, id)), text);
            case Clause.Elements(_, var numbers, _) -> either(filters.elements(numbers), text);
        };
    }

    private void boost(BooleanQuery.Builder query, Clause clause, String field, float factor) {
        var inField = inText(field, clause);
        if (inField != null) {
            query.add(new BoostQuery(inField, factor), Occur.SHOULD);
        }
    }

    private @Nullable Query inText(String field, Clause clause) {
        return switch (clause) {
            case Clause.Words(var text, _) -> builder.createPhraseQuery(field, text);
            case Clause.Breach(var id, _) -> builder.createPhraseQuery(field, id);
            case Clause.Elements(var text, _, _) -> builder.createPhraseQuery(field, text);
            case Clause.Prefix(var before, var text, _) -> {
                var prefix =
                        either(
                                new PrefixQuery(new Term(field, analyzer.normalize(field, text))),
                                builder.createPhraseQuery(field, text));
                var words = builder.createPhraseQuery(field, before);
                yield words == null
                        ? prefix
                        : new BooleanQuery.Builder()
                                .add(words, Occur.MUST)
                                .add(prefix, Occur.MUST)
                                .build();
            }
        };
    }

    private static Query either(Query one, @Nullable Query other) {
        return other == null
                ? one
                : new BooleanQuery.Builder()
                        .add(one, Occur.SHOULD)
                        .add(other, Occur.SHOULD)
                        .build();
    }

    private static Query without(Query query) {
        return new ConstantScoreQuery(
                new BooleanQuery.Builder()
                        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                        .add(query, Occur.MUST_NOT)
                        .build());
    }

    /// A clause and where it ends.
    private record Named(Clause clause, int end) {}

    private @Nullable Named named(String words, int at, boolean unwanted) {
        var id = BREACH_ID.matcher(words).region(at, words.length());
        if (id.lookingAt()) {
            var text = id.group().toUpperCase(Locale.ROOT);
            return new Named(new Clause.Breach(text, unwanted), id.end());
        }
        var element = ELEMENT.matcher(words).region(at, words.length());
        if (element.lookingAt()) {
            var numbers = filters.elements(Keys.shown(element.group()));
            if (!numbers.isEmpty()) {
                return new Named(
                        new Clause.Elements(element.group(), numbers, unwanted), element.end());
            }
        }
        return null;
    }

    private static Clause word(String word, boolean unwanted) {
        if (!word.endsWith("*")) {
            return new Clause.Words(word, unwanted);
        }
        var whole = strip(word);
        var start = whole.length();
        while (start > 0 && isPrefixCharacter(whole.charAt(start - 1))) {
            start--;
        }
        var prefix = whole.substring(start);
        return prefix.chars().filter(Character::isLetterOrDigit).count() >= SHORTEST_PREFIX
                ? new Clause.Prefix(whole.substring(0, start), prefix, unwanted)
                : new Clause.Words(whole, unwanted);
    }

    private static boolean isPrefixCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.';
    }

    private static String strip(String word) {
        var end = word.length();
        while (end > 0 && word.charAt(end - 1) == '*') {
            end--;
        }
        return word.substring(0, end);
    }

    private static int wordEnd(String words, int at) {
        var end = at;
        while (end < words.length()
                && !isSeparator(words.charAt(end))
                && words.charAt(end) != '|'
                && QUOTES.indexOf(words.charAt(end)) < 0
                && !isFieldColon(words, end)) {
            end++;
        }
        return end == at ? at + 1 : end;
    }

    /// A colon parts two words unless it stands in a time.
    private static boolean isFieldColon(String words, int at) {
        return words.charAt(at) == ':'
                && !(at > 0
                        && Character.isDigit(words.charAt(at - 1))
                        && at + 1 < words.length()
                        && Character.isDigit(words.charAt(at + 1)));
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || SEPARATORS.indexOf(c) >= 0;
    }

    private static boolean isWordStart(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || QUOTES.indexOf(c) >= 0;
    }

    private static boolean hasWord(Clause clause) {
        return switch (clause) {
            case Clause.Words(var text, _) -> text.chars().anyMatch(Character::isLetterOrDigit);
            case Clause.Prefix _, Clause.Breach _, Clause.Elements _ -> true;
        };
    }
}
