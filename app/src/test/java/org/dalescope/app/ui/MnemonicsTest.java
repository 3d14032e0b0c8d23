package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Buttons and menus take an underscore in their text for the mark of a key, and do not show it. So each of them either has a fixed
 * text without an underscore, or shows its text as it is.
 */
class MnemonicsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/dalescope/app/ui");
    private static final Pattern MADE = Pattern.compile(
            "(\\w+) = new (?:Button|ToggleButton|CheckBox|RadioButton|Hyperlink"
                    + "|Menu|MenuItem|CheckMenuItem|RadioMenuItem|MenuButton|SplitMenuButton|TitledPane)\\(([^;]*)\\);");
    /** One or more literals, and after them the other arguments of the constructor. */
    private static final Pattern FIXED =
            Pattern.compile("((?:\\s*\\+?\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)\\s*(?:,.*)?", Pattern.DOTALL);

    @Test
    void everyTextThatMayHoldAnUnderscoreIsShownAsItIs() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher made = MADE.matcher(text(file));
                while (made.find()) {
                    seen++;
                    if (!isShownAsItIs(made.group(1), made.group(2), scope(made, text(file)))) {
                        wrong.add(file.getFileName() + ": " + made.group());
                    }
                }
            }
        }
        assertTrue(seen > 50, "made " + seen);
        assertEquals(List.of(), wrong);
    }

    /** Where a variable of this name is the one that was made: to the end of its method, or the whole file for a field. */
    private static String scope(Matcher made, String source) {
        String line = source.substring(source.lastIndexOf('\n', made.start()) + 1, made.start());
        boolean isField = (line.startsWith("    ") && !line.startsWith("     "))
                || line.strip().equals("this.");
        int end = source.indexOf("\n    }\n", made.end());
        return isField || end < 0 ? source : source.substring(made.end(), end);
    }

    private static boolean isShownAsItIs(String name, String text, String scope) {
        if (scope.contains(name + ".setMnemonicParsing(false);")) {
            return true;
        }
        Matcher fixed = FIXED.matcher(text);
        return fixed.matches() && !fixed.group(1).contains("_");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
