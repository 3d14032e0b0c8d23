package org.dalescope.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "org.dalescope.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_COMMAND_LINE_AND_THE_WINDOW_ARE_TWO_CLIENTS = noClasses()
            .that()
            .resideInAPackage("org.dalescope.app.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dalescope.app.cli..", "picocli..")
            .because("each client stands alone on the model");

    @ArchTest
    static final ArchRule CHARTS_AND_REPORTS_NEED_NO_TOOLKIT = noClasses()
            .that()
            .resideInAnyPackage("org.dalescope.app.chart..", "org.dalescope.app.report..", "org.dalescope.app.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..")
            .because("figures and commands work on a machine without a display");

    @ArchTest
    static final ArchRule THE_APP_DOES_NOT_REACH_INTO_DJL = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("native memory belongs to the model's engine and losses");

    @ArchTest
    static final ArchRule NO_PACKAGES_IN_CIRCLES = slices().matching("org.dalescope.(**)")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one package");

    /** Model and app together: a name that stands for two things is a question at every import. */
    @Test
    void noSimpleNameStandsForTwoClasses() throws IOException {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (Path sources : List.of(Path.of("../model/src/main/java"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                        .forEach(file -> byName.computeIfAbsent(
                                        String.valueOf(file.getFileName()), name -> new ArrayList<>())
                                .add(file));
            }
        }
        assertTrue(byName.size() > 800, "found " + byName.size());
        byName.values().removeIf(files -> files.size() == 1);
        assertEquals(Map.of(), byName);
    }

    @ArchTest
    static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("a name says what a thing is for");

    @ArchTest
    static final ArchRule NO_CODE_COMES_OUT_OF_A_FILE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .because("files come from strangers (SECURITY.md)");
}
