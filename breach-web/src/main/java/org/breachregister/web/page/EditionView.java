package org.breachregister.web.page;

import org.breachregister.api.register.FileFormat;
import org.breachregister.api.register.RegisterFiles.RegisterEdition;
import org.breachregister.api.register.RegisterFiles.RegisterFile;

import java.util.List;

/// A register edition as pages show it.
record EditionView(
        String name,
        String title,
        String version,
        String basis,
        String asAt,
        String compiled,
        String breaches,
        List<Download> files) {

    static EditionView of(RegisterEdition register) {
        var edition = register.edition();
        return new EditionView(
                edition.name(),
                edition.period().equals("all") ? "Whole register" : "Register " + edition.period(),
                edition.version(),
                basis(edition.basis()),
                Words.moment(edition.asAt()),
                Words.moment(edition.compiledAt()),
                Words.number(edition.breaches()),
                register.files().stream().map(file -> Download.of(edition.name(), file)).toList());
    }

    /// The spreadsheets and the CSV file, which most people want.
    public List<Download> main() {
        return files.stream().filter(Download::main).toList();
    }

    private static String basis(String basis) {
        return switch (basis) {
            case "reported" -> "Breaches by the date of their report";
            case "occurred" -> "Breaches by the date they occurred";
            case "published" -> "Breaches by the date of publication";
            default -> basis;
        };
    }

    /// A file to download.
    record Download(
            String name, String href, String format, String size, String sha256, boolean main) {

        static Download of(String edition, RegisterFile file) {
            return new Download(
                    file.name(),
                    "/registers/%s/%s".formatted(edition, file.name()),
                    file.format().title(),
                    Words.size(file.size()),
                    file.sha256(),
                    file.format() == FileFormat.XLSX
                            || file.format() == FileFormat.ODS
                            || file.format() == FileFormat.CSV);
        }
    }
}
