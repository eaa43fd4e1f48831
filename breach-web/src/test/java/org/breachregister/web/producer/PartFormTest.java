package org.breachregister.web.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.web.page.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

class PartFormTest {

    private static final CodeOfPractice CODE = CodeOfPractice.load();

    @Test
    void keepsLinesOfATextAndNothingThatIsNoText() {
        var form = typed(FormPart.ACCOUNT, "account", "One.\r\n\r\nTwo.\u0000\u0007\r\n  ");

        assertThat(form.problems()).isEmpty();
        assertThat(form.answers()).containsEntry("account", List.of("One.", "", "Two."));
        assertThat(form.answers()).containsEntry("previousBreaches", List.of());
    }

    @Test
    void saysByHowMuchATextIsTooLong() {
        var form = typed(FormPart.REASONS, "reasons", "x".repeat(50_001));

        assertThat(form.problems())
                .containsExactly(
                        new Problem(
                                "reasons",
                                "“Reasons for the breach” must have 50,000 characters or fewer. It has 50,001"));
        assertThat(form.text("reasons")).hasSize(50_001);
    }

    @Test
    void savesDaysInTheOrderGivenAndEachOnce() {
        var form = days(List.of("30", "", "1", "30"), List.of("9", "", "Oct", "September"), "2016");

        assertThat(form.problems()).isEmpty();
        assertThat(form.answers())
                .containsEntry("occurrenceDates", List.of("2016-09-30", "2016-10-01"));
    }

    @Test
    void pointsAtTheDayThatThereIsNot() {
        var form = days(List.of("30", "30"), List.of("9", "2"), "2016");

        assertThat(form.problems())
                .containsExactly(
                        new Problem(
                                "occurrenceDates-1",
                                "Date 2 must be a real date: there is no 30 February 2016"));
        assertThat(form.withOneMoreDay().rows()).hasSize(3);
    }

    @Test
    void takesNoMoreDaysThanAReportMayHave() {
        var form = days(Collections.nCopies(500, "1"), Collections.nCopies(500, "1"), "2016");

        assertThat(form.days()).hasSize(PartForm.MOST_DAYS);
        assertThat(form.withOneMoreDay().days()).hasSize(PartForm.MOST_DAYS);
    }

    @Test
    void takesOnlyAddressesOfTheWebForLinks() {
        var form =
                typed(FormPart.OUTPUT, "outputLinks", "https://example.org/a\njavascript:alert(1)");

        assertThat(form.problems())
                .containsExactly(
                        new Problem(
                                "outputLinks",
                                "“javascript:alert(1)” is not a web address. It starts with https:// or http://"));
    }

    @Test
    void makesOneLineOfATitle() {
        assertThat(typed(FormPart.OUTPUT, "outputTitle", "  Quokka\r\nStatistics ").answers())
                .containsEntry("outputTitle", List.of("Quokka Statistics"));
    }

    @Test
    void keepsChosenPracticesApartFromWords() {
        var answers =
                new Answers(
                        Map.of(
                                "references",
                                List.of(
                                        "1.0 Protocol 2.8",
                                        "Practise what you preach",
                                        "1.0 Nothing 7")));
        var form = PartForm.of(FormPart.CODE, answers, CODE);

        assertThat(form.practices()).containsExactly("1.0 Protocol 2.8");
        assertThat(form.text("references")).isEqualTo("Practise what you preach\n1.0 Nothing 7");
        assertThat(form.answers())
                .containsEntry(
                        "references",
                        List.of("1.0 Protocol 2.8", "Practise what you preach", "1.0 Nothing 7"));
    }

    @Test
    void offersThePracticesInForceOnTheDayAndThoseChosenAlready() {
        var then =
                CodeChoice.of(
                        CODE,
                        LocalDate.of(2016, 9, 30),
                        LocalDate.of(2026, 11, 24),
                        Set.of("2.0 T3.4", "1.0 Protocol 2.8"));

        assertThat(then.because()).contains("edition 1.0").contains("30 September 2016");
        assertThat(then.groups().getFirst().name()).isEqualTo("Chosen already, of another edition");
        assertThat(then.groups().getFirst().items().getFirst().name())
                .isEqualTo("T3.4 (edition 2.0)");
        assertThat(then.groups().stream().flatMap(group -> group.items().stream()))
                .anyMatch(item -> item.value().equals("1.0 Protocol 2.8") && item.chosen())
                .noneMatch(item -> item.value().startsWith("3.0"));

        var now = CodeChoice.of(CODE, null, LocalDate.of(2026, 11, 24), Set.of());
        assertThat(now.because()).contains("in force now");
        assertThat(now.groups().stream().flatMap(group -> group.items().stream()))
                .allMatch(item -> item.value().startsWith("3.0"));
    }

    private static PartForm typed(FormPart part, String key, String text) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add(key, text);
        return PartForm.typed(part, form);
    }

    private static PartForm days(List<String> days, List<String> months, String year) {
        var form = new LinkedMultiValueMap<String, String>();
        form.addAll("day", days);
        form.addAll("month", months);
        form.addAll("year", days.stream().map(day -> day.isEmpty() ? "" : year).toList());
        return PartForm.typed(FormPart.WHEN, form);
    }
}
