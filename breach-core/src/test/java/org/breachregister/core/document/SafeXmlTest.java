package org.breachregister.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

class SafeXmlTest {

    @Test
    void opensAtTheFirstElementAndSkipsWhole() {
        var xml = open("<?xml version='1.0'?><!-- x --><a><b><c/>words</b><d/></a>");

        assertThat(xml.getLocalName()).isEqualTo("a");
        SafeXml.next(xml);
        SafeXml.skip(xml);
        assertThat(SafeXml.next(xml)).isEqualTo(XMLStreamConstants.START_ELEMENT);
        assertThat(xml.getLocalName()).isEqualTo("d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM 'http://192.0.2.1/a.dtd'><a/>"
            })
    void refusesADocumentType(String xml) {
        assertThatThrownBy(() -> open(xml))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "words", "<a", "<!-- x -->", "<a><b></a>", "<a>&x;", "<a>\u0000"})
    void refusesDamage(String xml) {
        assertThatThrownBy(
                        () -> {
                            var reader = open(xml);
                            while (SafeXml.next(reader) != XMLStreamConstants.END_DOCUMENT) {}
                        })
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesToSkipBeyondTheEnd() {
        var xml = open("<a><b>");
        assertThatThrownBy(() -> SafeXml.skip(xml)).isInstanceOf(UnreadableDocument.class);
    }

    private static XMLStreamReader open(String xml) {
        return SafeXml.open(xml.getBytes(StandardCharsets.UTF_8));
    }
}
