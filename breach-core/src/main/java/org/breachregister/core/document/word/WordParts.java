package org.breachregister.core.document.word;

import org.breachregister.core.document.SafeZip;
import org.breachregister.core.document.word.DocxReader.Relation;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/// The parts of a Word package that make up its text.
final class WordParts {

    private final SafeZip zip;
    private final String main;
    private final Map<String, Relation> relations;
    private final WordStyles styles;

    WordParts(SafeZip zip, String main) {
        this.zip = zip;
        this.main = main;
        this.relations = DocxReader.relationships(zip, listOf(main));
        this.styles = WordStyles.read(part("/styles").orElse(null));
    }

    byte[] body() {
        return zip.read(main);
    }

    WordStyles styles() {
        return styles;
    }

    /// A part that the body refers to, by the end of its relation's type.
    Optional<byte[]> part(String type) {
        return relations.values().stream()
                .filter(relation -> !relation.outside() && relation.type().endsWith(type))
                .map(relation -> path(relation.target()))
                .filter(zip::has)
                .findFirst()
                .map(zip::read);
    }

    /// The address that an id of the body stands for, or null.
    @Nullable String address(String id) {
        var relation = relations.get(id);
        return relation != null && relation.outside() ? relation.target() : null;
    }

    /// Whether anything that is shown comes from outside: a picture, an object, another document.
    boolean fetches() {
        return relations.values().stream()
                .anyMatch(
                        relation -> relation.outside() && !relation.type().endsWith("/hyperlink"));
    }

    /// Whether the document is made after a template that stands somewhere else than on the disk of
    /// who wrote it.
    boolean hasTemplateOnTheWeb() {
        return zip.names().stream()
                .filter(name -> name.endsWith("settings.xml.rels"))
                .flatMap(name -> DocxReader.relationships(zip, name).values().stream())
                .anyMatch(relation ->
                        relation.type().endsWith("/attachedTemplate")
                                && (relation.target().startsWith("http")
                                        || relation.target().startsWith("\\\\")
                                        || relation.target().startsWith("ftp")));
    }

    /// Whether files of other programs are embedded.
    boolean holdsFiles() {
        return relations.values().stream()
                .anyMatch(relation ->
                        relation.type().endsWith("/oleObject")
                                || relation.type().endsWith("/package")
                                || relation.type().endsWith("/control"));
    }

    private String path(String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        var folder = main.substring(0, main.lastIndexOf('/') + 1);
        return folder + (target.startsWith("./") ? target.substring(2) : target);
    }

    private static String listOf(String part) {
        var slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }
}
