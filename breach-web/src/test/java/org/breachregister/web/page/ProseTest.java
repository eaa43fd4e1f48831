package org.breachregister.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.page.Prose.Block;
import org.breachregister.web.page.Prose.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;

class ProseTest {

    @Test
    void keepsEveryWord() {
        var text =
                "One\ntwo\n\n- three\n  four\n* five\n\n1. six\n2) seven\n\n(a) eight [name removed] https://example.org/x. nine";

        assertThat(words(Prose.of(text)))
                .isEqualTo(
                        "One two three four five 1. six 2) seven (a) eight [name removed] https://example.org/x . nine");
    }

    @Test
    void tellsParagraphsFromLists() {
        var blocks = Prose.of("Text\n- one\n- two\n\n1. three").blocks();

        assertThat(blocks).extracting(Block::list).containsExactly(false, true, true);
        assertThat(blocks).extracting(Block::numbered).containsExactly(false, false, true);
        assertThat(blocks.get(1).items()).hasSize(2);
    }

    @Test
    void doesNotTakeSentencesForLists() {
        assertThat(Prose.of("I. Smith's table\n30.5 per cent").blocks())
                .hasSize(1)
                .allMatch(block -> !block.list());
    }

    @Test
    void showsWhatWasRemoved() {
        assertThat(Prose.of("by [email address removed]").redacted()).isTrue();
        assertThat(Prose.of("by [us] removed").redacted()).isFalse();
    }

    @Test
    void isNothingForNoText() {
        assertThat(Prose.of(null)).isNull();
        assertThat(Prose.of(" \n ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "\\\\host\\share",
                "//example.org/x",
                "https://user@example.org/",
                "https:example.org",
                "https://exa mple.org/",
                "mailto:a@example.org",
                "https://example.org/\"onmouseover=x",
                "example.org"
            })
    void leavesUnsafeAddressesAsText(String address) {
        assertThat(Link.of(address)).isEqualTo(new Link(address, null));
    }

    @ParameterizedTest
    @CsvSource({"https://example.org/a?b=c&d=%20#e", "http://example.org", "HTTPS://EXAMPLE.ORG/"})
    void linksPlainAddresses(String address) {
        assertThat(Link.of(address).href()).isEqualTo(address);
    }

    private static String words(Prose prose) {
        return prose.blocks().stream()
                .flatMap(block -> block.items().stream())
                .flatMap(List::stream)
                .map(Span::text)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }
}
