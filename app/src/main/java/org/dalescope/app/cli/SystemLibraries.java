package org.dalescope.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.app.ui.WindowLauncher;

/**
 * The system libraries for figures and windows that are missing on this machine, for messages on the command line. On
 * Linux, JavaFX does not include a font engine and a window toolkit. The launcher checks the same list before it starts
 * (packaging/launcher/check-libraries.sh).
 *
 * @param drawing missing Debian packages for figures
 * @param window missing Debian packages that a window needs in addition
 */
record SystemLibraries(List<String> drawing, List<String> window, String display) {
    private record Library(String file, String debianPackage) {}

    private static final List<Library> DRAWING = List.of(
            new Library("libfreetype.so.6", "libfreetype6"),
            new Library("libfontconfig.so.1", "libfontconfig1"),
            new Library("libpango-1.0.so.0", "libpango-1.0-0"),
            new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));
    private static final List<Library> WINDOW =
            List.of(new Library("libgtk-3.so.0", "libgtk-3-0"), new Library("libXtst.so.6", "libxtst6"));

    static SystemLibraries ofThisMachine() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        String display = !linux || WindowLauncher.hasDisplay() ? "" : "there is no display, so the window cannot open.";
        String known = linux ? known() : "";
        // If the system has no list of libraries, nothing is reported as missing.
        return known.contains(".so")
                ? new SystemLibraries(missing(DRAWING, known), missing(WINDOW, known), display)
                : new SystemLibraries(List.of(), List.of(), display);
    }

    String drawingText() {
        return drawing.isEmpty() ? "All system libraries are installed." : install(drawing);
    }

    String windowText() {
        List<String> all =
                Stream.concat(drawing.stream(), window.stream()).distinct().toList();
        String libraries = all.isEmpty()
                ? "All system libraries are installed"
                : install(all).replaceAll("\\.$", "");
        return display.isEmpty() ? libraries + "." : libraries + "; " + display;
    }

    private static String install(List<String> packages) {
        return "Libraries are missing: install " + String.join(" ", packages) + " (names of Debian packages).";
    }

    private static List<String> missing(List<Library> wanted, String known) {
        return wanted.stream()
                .filter(library -> !known.contains(library.file() + " "))
                .map(Library::debianPackage)
                .collect(Collectors.toList());
    }

    private static String known() {
        return Stream.of("ldconfig", "/sbin/ldconfig", "/usr/sbin/ldconfig")
                .map(SystemLibraries::list)
                .filter(text -> text.contains(".so"))
                .findFirst()
                .orElse("");
    }

    private static String list(String program) {
        try {
            Process process = new ProcessBuilder(program, "-p")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) ? text : "";
        } catch (IOException notThere) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
