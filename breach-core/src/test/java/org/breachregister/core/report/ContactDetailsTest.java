package org.breachregister.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDetailsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PHONE | Ring (01632) 960230 now | (01632) 960230",
                "PHONE | Tel: 028 9018 0346. | 028 9018 0346",
                "PHONE | +44 1632 960385 | +44 1632 960385",
                "PHONE | +44 (0)1632 960385 | +44 (0)1632 960385",
                "PHONE | 01632960448 | 01632960448",
                "PHONE | 020 7946 0000 ext 12 | 020 7946 0000 ext 12",
                "PHONE | 0300 555 0000 and | 0300 555 0000",
                "PHONE | 01632-960-871 | 01632-960-871",
                "PHONE | 01632.960.871 | 01632.960.871",
                "PHONE | extension 4512 | extension 4512",
                "PHONE | Report01632 960 552, 4 August 2014 | 01632 960 552",
                "EMAIL | write to a.b-c@x.example.org. | a.b-c@x.example.org",
                "EMAIL | <o'neil@x.example.org> | o'neil@x.example.org",
                "EMAIL | ann.roe (at) x.example.org | ann.roe (at) x.example.org",
                "ADDRESS | A Roe. Head of Profession, Ministry of Boats, 102 Small Lane, Sandhaven, ZZ1 9AJ. x | 102 Small Lane, Sandhaven, ZZ1 9AJ",
                "ADDRESS | Branch, Gannet House, 4 Kittiwake Street, Sandhaven ZZ9 3QQ | Gannet House, 4 Kittiwake Street, Sandhaven ZZ9 3QQ",
                "ADDRESS | Tŷ Gwylan, Ffordd y Môr, Abertywod, ZZ2 7CY | Tŷ Gwylan, Ffordd y Môr, Abertywod, ZZ2 7CY",
                "ADDRESS | It lay at 20 Herring Street, Sandhaven all day | 20 Herring Street, Sandhaven",
            })
    void findsWhatLeadsToAPerson(PersonalDatum.Kind kind, String text, String words) {
        assertThat(ContactDetails.find(text))
                .contains(
                        new ContactDetails.Found(
                                kind,
                                words,
                                text.indexOf(words),
                                text.indexOf(words) + words.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01/04/2021 at 09.30", "01-04-2021 09:30", "43,290 and 33,280", "T3.4 and Q2.1",
                        "2019/20 to 2020/21",
                "between 9.30 and 10.15am on 12.03.2021", "£1 632 960 448",
                        "the telephone rang 12 times", "week 8, 2024", "no @ all"
            })
    void leavesFiguresAndDatesAlone(String text) {
        assertThat(ContactDetails.find(text)).isEmpty();
    }

    @Test
    void findsTwoNumbersOnTwoLines() {
        assertThat(ContactDetails.find("028 9018 0127\n028 9018 0129"))
                .extracting(ContactDetails.Found::text)
                .containsExactly("028 9018 0127", "028 9018 0129");
    }
}
