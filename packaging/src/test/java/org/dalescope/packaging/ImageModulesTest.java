package org.dalescope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java inside the installed program has every module that our classes use: one that is missing shows only when it is wanted. */
class ImageModulesTest {
    private static final Pattern MODULE = Pattern.compile("\\bjava\\.[a-z.]+|\\bjdk\\.[a-z.]+");

    @ParameterizedTest
    @ValueSource(strings = {"build-image", "build-image.ps1"})
    void nothingThatIsUsedIsLeftOut(String script) throws IOException {
        Set<String> inside = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of(script))) {
            if (line.matches("\\$?modules *=.*|  '.*jdk\\.unsupported.*")) {
                MODULE.matcher(line).results().forEach(found -> inside.add(found.group()));
            }
        }
        Set<String> missing = new TreeSet<>(used());
        assertTrue(missing.contains("java.base") && missing.contains("java.desktop"), missing.toString());
        missing.removeAll(inside);
        assertEquals(Set.of(), missing);
    }

    private static Set<String> used() {
        Stream<String> options = Stream.of("--multi-release", "25", "--ignore-missing-deps", "--print-module-deps");
        Stream<String> classes = Stream.of("resources", "model", "app")
                .map(module -> Path.of("..", module, "target", "classes").toString());
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int exit = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(writer, writer, Stream.concat(options, classes).toArray(String[]::new));
        assertEquals(0, exit, said.toString());
        return new TreeSet<>(Arrays.asList(said.toString().strip().split(",")));
    }
}
