package org.breachregister.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.search.ExampleBreaches.breach;
import static org.breachregister.search.ExampleBreaches.id;

import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.search.BreachQuery.Sort;
import org.breachregister.search.BreachResults.Count;
import org.breachregister.search.BreachResults.Hit;
import org.breachregister.search.BreachResults.Passage;
import org.breachregister.search.BreachResults.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Every [BreachSearch] must pass these.
public interface BreachSearchContract {

    /// A search over these breaches and no others.
    BreachSearch over(List<PublishedBreach> breaches);

    /// The leak that this register begins with: cited under edition 1.0, found under any.
    static PublishedBreach leak() {
        return breach(2016, 1)
                .by("ministry-of-justice", "Ministry of Justice")
                .citing("1.0", "Protocol 2")
                .citing("1.0", "Principle 2")
                .at("Safety in Custody Quarterly Statistics bulletin")
                .on("2016-09-30")
                .reported("2016-10-03")
                .kind("early sight or leak to press")
                .account(
                        "Figures were leaked to a newspaper before their pre-release access ended.")
                .reasons("Nobody knows who did it.")
                .published();
    }

    private static BreachQuery words(String words) {
        return new BreachQuery(words, Map.of(), null, null, Sort.RELEVANCE, 1, 20);
    }

    private static BreachQuery where(Facet facet, String... values) {
        return new BreachQuery("", Map.of(facet, List.of(values)), null, null, Sort.OLDEST, 1, 20);
    }

    private static BreachQuery sorted(Sort sort) {
        return new BreachQuery("", Map.of(), null, null, sort, 1, 20);
    }

    private List<BreachId> found(BreachQuery query, PublishedBreach... breaches) {
        return over(List.of(breaches)).find(query).hits().stream()
                .map(hit -> hit.breach().id())
                .toList();
    }

    @Test
    default void findsNothingInAnEmptyRegister() {
        var results = over(List.of()).find(BreachQuery.ALL);

        assertThat(results.total()).isZero();
        assertThat(results.hits()).isEmpty();
        assertThat(results.counts()).containsOnlyKeys(Facet.values());
        assertThat(results.counts().values()).allMatch(List::isEmpty);
    }

    @Test
    default void givesTheBreachBackAsItWasPublished() {
        assertThat(over(List.of(leak())).find(words("leaked")).hits())
                .extracting(Hit::breach)
                .containsExactly(leak());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leaked",
                "leaks",
                "LEAKING newspapers",
                "ministry",
                "MoJ",
                "custody bulletin",
                "Safety",
                "prerelease",
                "pre-release",
                "pre release access",
                "\"pre-release access\"",
                "\"leaked to a newspaper\"",
                "+leaked -emailed",
                "newsp*",
                "newspapers*",
                "pre-rel*",
                "BR-2016-0001",
                "br-2016-0001",
                "Protocol 2",
                "T3",
                "leaked T3",
                "early sight",
                "emailed OR leaked",
                "emailed | leaked",
                "leaked, (figures)",
                "figures \"leaked",
                "the leaked figures",
                "leaked NOT emailed",
                "leaked - figures",
                "leaked:figures"
            })
    default void findsByWords(String words) {
        assertThat(found(words(words), leak())).containsExactly(id(2016, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emailed",
                "leaked emailed",
                "-leaked",
                "\"newspaper leaked\"",
                "leaked -T3",
                "BR-2016-0002",
                "newspq*",
                "post-rel*",
                "*",
                "!!!",
                "leaked NOT figures",
                "T6",
                "emailed OR minister",
                "leaked -\"pre-release access\""
            })
    default void doesNotFindByOtherWords(String words) {
        assertThat(found(words(words), leak())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "e-mailed, They emailed it.",
        "email, An e-mail went out.",
        "9.30am, It was live at 09:30 am.",
        "9:30, It was live at 9.30 and not later.",
        "minister's, The minister knew.",
        "naive, It was na\u00efve.",
        "T3.4, This is against T3.4 of the Code.",
    })
    default void knowsWaysOfWriting(String words, String account) {
        assertThat(found(words(words), breach(2020, 1).account(account).published()))
                .containsExactly(id(2020, 1));
    }

    @Test
    default void findsEverythingForNoWordsNewestFirst() {
        var older = breach(2020, 1).on("2020-01-01").published();
        var newer = breach(2020, 2).on("2020-01-02").published();

        assertThat(found(words("  "), older, newer)).containsExactly(newer.id(), older.id());
    }

    @Test
    default void ranksTheOutputsTitleAboveItsAccount() {
        var inAccount = breach(2020, 1).at("Crime").account("Prisons were told.").published();
        var inTitle = breach(2020, 2).at("Prisons").account("Nobody was told.").published();

        assertThat(found(words("prisons"), inAccount, inTitle))
                .containsExactly(inTitle.id(), inAccount.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"T3", "t3", "Protocol 2", "Standard 3", "T3 Orderly release"})
    default void filtersByAPrincipleOfAnyEdition(String principle) {
        var other = breach(2016, 2).citing("2.1", "T6").published();
        var query =
                new BreachQuery(
                        "leaked",
                        Map.of(Facet.PRINCIPLE, List.of(principle)),
                        null,
                        null,
                        Sort.RELEVANCE,
                        1,
                        20);

        assertThat(found(query, leak(), other)).containsExactly(id(2016, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T3.4", "Protocol 2 practice 8", "Protocol 2.8", "3.3"})
    default void filtersByAPracticeOfAnyEdition(String practice) {
        var first = breach(2012, 1).citing("1.0", "Protocol 2.8").on("2012-01-01").published();
        var second = breach(2019, 1).citing("2.0", "T3.4").on("2019-01-01").published();
        var other = breach(2020, 1).citing("2.1", "T6.1").on("2020-01-01").published();

        assertThat(found(where(Facet.PRACTICE, practice), first, second, other))
                .containsExactly(first.id(), second.id());
    }

    @Test
    default void countsPrinciplesAndPracticesUnderTheNumbersOfEdition2p1() {
        var first = breach(2012, 1).citing("1.0", "Protocol 2.8").published();
        var second = breach(2019, 1).citing("2.0", "T3.4").citing("2.0", "T3").published();
        var counts = over(List.of(first, second)).find(BreachQuery.ALL).counts();

        assertThat(counts.get(Facet.PRINCIPLE).getFirst())
                .isEqualTo(new Count("T3", "T3 Orderly release", 2));
        assertThat(counts.get(Facet.PRACTICE).getFirst())
                .satisfies(practice -> {
                    assertThat(practice.value()).isEqualTo("T3.4");
                    assertThat(practice.count()).isEqualTo(2);
                });
        assertThat(counts.get(Facet.PRACTICE)).extracting(Count::value).contains("T2.7");
    }

    @Test
    default void countsAnOrderAsItselfAndUnderThePractice() {
        var counts =
                over(List.of(breach(2012, 1).citing("PRA", "PRA Scotland 2008").published()))
                        .find(BreachQuery.ALL)
                        .counts();

        assertThat(counts.get(Facet.PRACTICE))
                .extracting(Count::value)
                .contains("T3.4", "PRA Scotland 2008");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ministry-of-justice", "Ministry of Justice", "MoJ"})
    default void filtersByAnyNameOfAProducer(String name) {
        var other = breach(2016, 2).by("office-for-national-statistics", "ONS").published();

        assertThat(found(where(Facet.PRODUCER, name), leak(), other)).containsExactly(id(2016, 1));
    }

    @Test
    default void filtersByTheWordsOfAProducerThatIsNotKnown() {
        var unknown = breach(2016, 2).byUnknown("Board  of Weather").published();
        var results =
                over(List.of(leak(), unknown)).find(where(Facet.PRODUCER, "board of weather"));

        assertThat(results.hits())
                .extracting(hit -> hit.breach().id())
                .containsExactly(id(2016, 2));
        assertThat(results.counts().get(Facet.PRODUCER))
                .containsExactly(
                        new Count("Board of Weather", "Board of Weather", 1),
                        new Count("ministry-of-justice", "Ministry of Justice", 1));
    }

    @Test
    default void filtersByOutputWithoutRegardToCase() {
        var other = breach(2016, 2).at("Weather").published();
        var third = breach(2016, 3).at("weather").published();

        assertThat(found(where(Facet.OUTPUT, " WEATHER "), leak(), other, third))
                .containsExactly(id(2016, 2), id(2016, 3));
    }

    @Test
    default void filtersByYearAndKind() {
        var other = breach(2017, 1).on("2017-01-02").kind("late release").published();

        assertThat(found(where(Facet.YEAR, "2016"), leak(), other)).containsExactly(id(2016, 1));
        assertThat(found(where(Facet.KIND, "Late release"), leak(), other))
                .containsExactly(id(2017, 1));
    }

    @Test
    default void datesABreachWithoutOccurrenceByItsReport() {
        var breach = breach(2017, 1).reported("2017-01-02").published();
        var undated = breach(2017, 2).published();
        var day = LocalDate.parse("2017-01-02");

        assertThat(
                        found(
                                new BreachQuery("", Map.of(), day, day, Sort.NEWEST, 1, 20),
                                breach,
                                undated))
                .containsExactly(id(2017, 1));
        assertThat(
                        found(
                                new BreachQuery(
                                        "", Map.of(), day.plusDays(1), null, Sort.NEWEST, 1, 20),
                                breach,
                                undated))
                .isEmpty();
        assertThat(found(sorted(Sort.NEWEST), undated, breach))
                .containsExactly(breach.id(), undated.id());
        assertThat(found(sorted(Sort.OLDEST), undated, breach))
                .containsExactly(breach.id(), undated.id());
    }

    @ParameterizedTest
    @CsvSource({
        "PRINCIPLE, T99",
        "PRACTICE, something",
        "PRODUCER, Nobody",
        "OUTPUT, None",
        "YEAR, soon",
        "KIND, ''"
    })
    default void findsNothingForAnUnknownValue(Facet facet, String value) {
        assertThat(found(where(facet, value), leak())).isEmpty();
    }

    @Test
    default void wantsOneValueOfEachFacet() {
        var one = breach(2016, 1).on("2016-01-01").kind("a").published();
        var two = breach(2017, 1).on("2017-01-01").kind("a").published();
        var three = breach(2018, 1).on("2018-01-01").kind("b").published();
        var query =
                new BreachQuery(
                        "",
                        Map.of(Facet.YEAR, List.of("2016", "2018"), Facet.KIND, List.of("a")),
                        null,
                        null,
                        Sort.NEWEST,
                        1,
                        20);
        var results = over(List.of(one, two, three)).find(query);

        assertThat(results.total()).isEqualTo(1);
        assertThat(results.counts().get(Facet.YEAR))
                .as("the alternatives to the years chosen, newest first")
                .containsExactly(new Count("2017", "2017", 1), new Count("2016", "2016", 1));
        assertThat(results.counts().get(Facet.KIND))
                .containsExactly(new Count("a", "a", 1), new Count("b", "b", 1));
    }

    @Test
    default void pagesThroughEverythingOnce() {
        var breaches = new ArrayList<PublishedBreach>();
        for (var serial = 1; serial <= 25; serial++) {
            breaches.add(breach(2020, serial).on("2020-01-01").account("same words").published());
        }
        var search = over(breaches);
        for (var sort : Sort.values()) {
            var ids =
                    IntStream.rangeClosed(1, 4)
                            .mapToObj(page ->
                                    search.find(
                                            new BreachQuery(
                                                    "words", Map.of(), null, null, sort, page, 7)))
                            .flatMap(results -> results.hits().stream())
                            .map(hit -> hit.breach().id())
                            .toList();

            assertThat(ids).as(sort.key()).isSorted().hasSize(25).doesNotHaveDuplicates();
        }
        assertThat(search.find(new BreachQuery("", Map.of(), null, null, Sort.NEWEST, 9, 7)).hits())
                .isEmpty();
    }

    @Test
    default void sortsByProducer() {
        var b = breach(2020, 1).byUnknown("beta").published();
        var a = breach(2020, 2).byUnknown("Alpha").published();

        assertThat(found(sorted(Sort.PRODUCER), b, a)).containsExactly(a.id(), b.id());
    }

    @Test
    default void marksTheWordsLookedFor() {
        assertThat(
                        over(List.of(leak()))
                                .find(words("leak newspapers nobody"))
                                .hits()
                                .getFirst()
                                .highlights())
                .containsExactly(
                        new Passage(
                                "account",
                                List.of(
                                        new Piece("Figures were ", false),
                                        new Piece("leaked", true),
                                        new Piece(" to a ", false),
                                        new Piece("newspaper", true),
                                        new Piece(
                                                " before their pre-release access ended.", false))),
                        new Passage(
                                "reasons",
                                List.of(
                                        new Piece("Nobody", true),
                                        new Piece(" knows who did it.", false))));
    }

    @Test
    default void leavesMarkupInAPassageAsItIs() {
        var breach = breach(2020, 1).account("A <b>bold</b> & leaked figure.").published();

        assertThat(over(List.of(breach)).find(words("leaked")).hits().getFirst().highlights())
                .singleElement()
                .satisfies(passage ->
                        assertThat(passage.pieces())
                                .extracting(Piece::text)
                                .containsExactly("A <b>bold</b> & ", "leaked", " figure."));
    }

    @Test
    default void keepsPassagesShort() {
        var breach =
                breach(2020, 1)
                        .account("on and on ".repeat(3_000) + "leaked " + "and so ".repeat(3_000))
                        .published();
        var passages = over(List.of(breach)).find(words("leaked")).hits().getFirst().highlights();

        assertThat(passages)
                .isNotEmpty()
                .allSatisfy(passage -> {
                    assertThat(passage.pieces()).anyMatch(Piece::marked);
                    assertThat(
                                    passage.pieces().stream()
                                            .mapToInt(piece -> piece.text().length())
                                            .sum())
                            .isLessThan(500);
                });
    }
}
