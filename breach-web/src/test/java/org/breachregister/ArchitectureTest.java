package org.breachregister;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/// The structure that the build holds: the arrows between modules, and how a module is laid out.
class ArchitectureTest {

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location ->
                            !location.contains("/test-classes/")
                                    && !location.contains("-tests.jar"))
                    .importPackages("org.breachregister");

    /// A feature is a module's package; the package of a technology below it is part of the
    /// feature.
    private static final SliceAssignment FEATURES =
            new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    var parts = type.getPackageName().split("\\.");
                    return parts.length < 3
                            ? SliceIdentifier.ignore()
                            : SliceIdentifier.of(parts[2], parts.length > 3 ? parts[3] : "");
                }

                @Override
                public String getDescription() {
                    return "features";
                }
            };

    @Test
    void modulesUseOnlyTheModulesBeforeThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy("org.breachregister.core..")
                .layer("search")
                .definedBy("org.breachregister.search..")
                .layer("api")
                .definedBy("org.breachregister.api..")
                .layer("batch")
                .definedBy("org.breachregister.batch..")
                .layer("web")
                .definedBy("org.breachregister.web..")
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("search")
                .mayOnlyAccessLayers("core")
                .whereLayer("api")
                .mayOnlyAccessLayers("core", "search")
                .whereLayer("batch")
                .mayOnlyAccessLayers("core", "search", "api")
                .whereLayer("web")
                .mayOnlyAccessLayers("core", "search", "api", "batch")
                .because("each module may use those to its left: core, search, api, batch, web")
                .check(PROGRAM);
    }

    @Test
    void featuresFormNoCycles() {
        slices().assignedFrom(FEATURES).should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .should()
                .resideInAnyPackage(
                        "org.breachregister.core..",
                        "org.breachregister.search..",
                        "org.breachregister.api..",
                        "org.breachregister.batch..",
                        "org.breachregister.web..")
                .check(PROGRAM);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked =
                PROGRAM.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(found ->
                                found.getClasses().stream().anyMatch(type -> !isPackageInfo(type)))
                        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                        .map(found -> found.getName())
                        .toList();

        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    @Test
    void theDomainIsFreeOfLibraries() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.breachregister.core.code..",
                        "org.breachregister.core.producer..",
                        "org.breachregister.core.report..")
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<>("belong to a library") {
                            @Override
                            public boolean test(JavaClass type) {
                                var name = type.getPackageName();
                                return !name.isEmpty()
                                        && !name.startsWith("java.")
                                        && !name.startsWith("org.breachregister.core")
                                        && !name.startsWith("org.jspecify.");
                            }
                        })
                .because(
                        "what the Code and a report are does not depend on how they are stored or parsed")
                .check(PROGRAM);
    }

    @Test
    void onlyTheClockTellsTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from the injected clock, so that it can be tested")
                .check(PROGRAM);
    }

    private static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }
}
