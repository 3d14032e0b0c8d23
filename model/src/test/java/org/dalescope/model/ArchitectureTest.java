package org.dalescope.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(packages = "org.dalescope.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NO_WINDOW_AND_NO_CONSOLE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "picocli..", "org.jfree..", "java.awt..", "org.dalescope.app..")
            .because("the window and the command line are two clients of the model");

    @ArchTest
    static final ArchRule DJL_STAYS_IN_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackages("org.dalescope.model.engine.libtorch..", "org.dalescope.model.engine.choice..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because(
                    "native memory has scopes that only these two packages keep, and a fit on the CPU goes without libtorch");

    @ArchTest
    static final ArchRule NO_NUMBER_OVERLOADS = noClasses()
            .should()
            .callMethod(NDArray.class, "mul", Number.class)
            .orShould()
            .callMethod(NDArray.class, "div", Number.class)
            .orShould()
            .callMethod(NDArray.class, "pow", Number.class)
            .orShould()
            .callMethod(NDArray.class, "add", Number.class)
            .orShould()
            .callMethod(NDArray.class, "sub", Number.class)
            .orShould()
            .callMethod(NDArray.class, "maximum", Number.class)
            .orShould()
            .callMethod(NDArray.class, "minimum", Number.class)
            .orShould()
            .callMethod(NDArray.class, "muli", Number.class)
            .orShould()
            .callMethod(NDArray.class, "divi", Number.class)
            .orShould()
            .callMethod(NDArray.class, "addi", Number.class)
            .orShould()
            .callMethod(NDArray.class, "subi", Number.class)
            .because("DJL's overloads for Java numbers read freed memory under a gradient collector: NaN at random");

    @ArchTest
    static final ArchRule NO_COLLECTOR = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("ai.djl.training.GradientCollector")
            .because("derivatives are written out; a collector is a lock on the whole process");

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("the model talks to its clients, not to a console");

    @ArchTest
    static final ArchRule NO_STATIC_MUTABLE_STATE =
            fields().that().areStatic().should().beFinal().because("two fits may run in one process");

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
    static final ArchRule NO_PACKAGES_IN_CIRCLES = slices().matching("org.dalescope.(**)")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one package");

    /** From the ground upwards: a package uses those before it and none after it (docs/decisions/0017-packages.md). */
    private static final List<String> LAYERS = List.of(
            "common..",
            "math..",
            "settings.schema..",
            "session..",
            "settings",
            "network..",
            "engine..",
            "scoring..",
            "training..",
            "benchmark..",
            "analysis..",
            "run..",
            "judge..",
            "suite..",
            "library..");

    @ArchTest
    static void nothingLooksUp(JavaClasses classes) {
        for (int i = 0; i < LAYERS.size() - 1; i++) {
            String[] above = LAYERS.subList(i + 1, LAYERS.size()).stream()
                    .map(layer -> "org.dalescope.model." + layer)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.dalescope.model." + LAYERS.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .because("the layers have one order")
                    .check(classes);
        }
    }

    @ArchTest
    static void everyClassIsInALayer(JavaClasses classes) {
        String[] all =
                LAYERS.stream().map(layer -> "org.dalescope.model." + layer).toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(all)
                .orShould()
                .haveSimpleName("package-info")
                .check(classes);
    }

    @ArchTest
    static final ArchRule NO_CODE_COMES_OUT_OF_A_FILE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .because("files come from strangers (SECURITY.md)");
}
