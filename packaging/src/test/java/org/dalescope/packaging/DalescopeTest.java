package org.dalescope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shell launchers are for Linux and macOS")
class DalescopeTest {
    private Checkout checkout;

    @BeforeEach
    void machine(@TempDir Path folder) throws IOException {
        checkout = new Checkout(new Sandbox(folder.toRealPath()));
    }

    @Test
    void startsTheProgramInTheCallersFolderWithTheArgumentsAsGiven() throws Exception {
        var outcome = checkout.start("fit", "my data.h5", "*", "", "--json");
        assertEquals(0, outcome.exit(), outcome.err());
        var lines = outcome.out().lines().toList();
        var main = lines.indexOf("arg:org.dalescope.app.Main");
        assertEquals(
                List.of("arg:fit", "arg:my data.h5", "arg:*", "arg:", "arg:--json", "cwd:" + checkout.elsewhere),
                lines.subList(main + 1, lines.size()));
        var project = checkout.sandbox.project;
        assertEquals(
                "arg:" + project.resolve("resources/target/dalescope-resources-0.1.0.jar") + ":"
                        + project.resolve("model/target/dalescope-model-0.1.0.jar") + ":"
                        + project.resolve("app/target/dalescope-app-0.1.0.jar") + ":"
                        + checkout.sandbox.folder.resolve("lib.jar"),
                lines.get(main - 1));
    }

    @Test
    void stdoutHoldsNothingButTheProgramsOwnEvenWhenItBuilds() throws Exception {
        var outcome = checkout.start("fit");
        var lines = outcome.out().lines().toList();
        var last = lines.size() - 1;
        assertTrue(lines.subList(0, last).stream().allMatch(line -> line.startsWith("arg:")), outcome.out());
        assertEquals("cwd:" + checkout.elsewhere, lines.get(last));
        assertEquals("Building Dalescope (first start, a few minutes) ...\n", outcome.err());
    }

    /** The kernels do not load without their module, and this file is the one place that asks for it. */
    @Test
    void javaReadsItsOptionsFromTheProjectsFileBeforeAnyOther() throws Exception {
        checkout.sandbox.with("DALESCOPE_JAVA_OPTS", "-XX:MaxRAMPercentage=80");
        var lines = checkout.start("fit").out().lines().toList();
        var options = checkout.sandbox.project.resolve("packaging/launcher/java.options");
        assertEquals("arg:@" + options, lines.getFirst());
        assertTrue(lines.contains("arg:-XX:MaxRAMPercentage=80"), "one's own come later and win: " + lines);
        assertTrue(Files.readAllLines(options).contains("--add-modules jdk.incubator.vector"), "the module");
    }

    /** Two collectors would end Java with an error, so the user's own takes the place of ours. */
    @Test
    void aCommandOfTheTerminalHasTheSmallCollectorAndTheWindowHasNot() throws Exception {
        var options = "arg:@" + checkout.sandbox.project.resolve("packaging/launcher/terminal.options");
        checkout.sandbox.with("DISPLAY", ":97");
        for (var words : List.of("fit a.mat", "--help", "judge a.mat", "window")) {
            var lines = checkout.start(words.split(" ")).out().lines().toList();
            assertEquals(!words.equals("window"), lines.contains(options), words + ": " + lines);
        }
        assertTrue(!checkout.start().out().contains(options), "no word means the window");
        checkout.sandbox.with("DALESCOPE_JAVA_OPTS", "-Xmx1g -XX:+UseG1GC");
        assertTrue(!checkout.start("fit").out().contains(options), "the user's own collector");
    }

    /** With {@code -version} this machine's own Java says everything on stderr: what is left on stdout comes of an option. */
    @Test
    void theOptionsAreKnownToJavaAndPrintNothingOnStdout() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var launcher = checkout.sandbox.project.resolve("packaging/launcher");
        var outcome = checkout.sandbox.run(
                checkout.elsewhere,
                List.of(
                        java,
                        "@" + launcher.resolve("java.options"),
                        "@" + launcher.resolve("terminal.options"),
                        "-version"));
        assertEquals(0, outcome.exit(), outcome.err());
        assertEquals("", outcome.out());
    }

    /** A fit starts as fast without, and would leave an archive that lacks the window. */
    @Test
    void onlyTheWindowHasAnArchiveOfItsClasses() throws Exception {
        var archive = "arg:-XX:SharedArchiveFile=" + checkout.sandbox.project.resolve("app/target/window.jsa");
        checkout.sandbox.with("DISPLAY", ":97");
        for (var words : List.of(new String[] {"window", "a.mat"}, new String[0], new String[] {"--yes"})) {
            var lines = checkout.start(words).out().lines().toList();
            assertTrue(lines.contains(archive), lines.toString());
            assertTrue(lines.indexOf(archive) < lines.indexOf("arg:org.dalescope.app.Main"), lines.toString());
        }
        for (var word : List.of("fit window", "window --help", "--help", "demo")) {
            var lines = checkout.start(word.split(" ")).out().lines().toList();
            assertTrue(lines.stream().noneMatch(line -> line.contains("SharedArchive")), lines.toString());
        }
    }

    @Test
    void anArchiveOfOtherJarsOrFullOfZerosIsMadeAnew() throws Exception {
        checkout.sandbox.with("DISPLAY", ":97");
        checkout.start("window");
        var archive = checkout.sandbox.project.resolve("app/target/window.jsa");
        Files.write(archive, new byte[] {1, 2, 3, 4, 5});
        checkout.start("window");
        assertTrue(Files.exists(archive), "it is of these jars");
        Files.setLastModifiedTime(archive, FileTime.from(Instant.now().minusSeconds(3600)));
        checkout.start("window");
        assertTrue(Files.notExists(archive), "the jars have changed since");
        Files.write(archive, new byte[100]);
        checkout.start("window");
        assertTrue(Files.notExists(archive), "nothing in it");
        Files.createDirectory(archive);
        var lines = checkout.start("window").out().lines().toList();
        assertTrue(lines.stream().noneMatch(line -> line.contains("SharedArchive")), lines.toString());
    }

    @Test
    void yesIsForTheLauncherAndOptionsComeFromTheEnvironment() throws Exception {
        checkout.sandbox.with("DALESCOPE_JAVA_OPTS", "-Xmx1g -Dx=y");
        var lines = checkout.start("demo", "--yes").out().lines().toList();
        assertTrue(lines.containsAll(List.of("arg:-Xmx1g", "arg:-Dx=y", "arg:demo")), lines.toString());
        assertTrue(lines.contains("arg:-Djava.awt.headless=true") || OS.current() != OS.LINUX, lines.toString());
        assertTrue(!lines.contains("arg:--yes"), lines.toString());
    }

    @Test
    void passesTheExitCodeThrough() throws Exception {
        assertEquals(
                42,
                checkout.sandbox
                        .with("FAKE_EXIT", "42")
                        .run(checkout.elsewhere, List.of(checkout.launcher(), "fit"))
                        .exit());
    }

    @Test
    void javaTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
        var jdk = checkout.sandbox.jdk("a jdk", "25.0.3");
        checkout.sandbox.script(jdk.resolve("bin/java"), "echo $$");
        assertEquals(0, checkout.start("fit").exit());
        var starter = checkout.sandbox.folder.resolve("starter");
        checkout.sandbox.script(starter, "echo $$; exec '" + checkout.launcher() + "' fit");
        var processes = checkout.sandbox
                .run(checkout.elsewhere, List.of(starter.toString()))
                .out()
                .lines()
                .toList();
        assertEquals(2, processes.size(), processes.toString());
        assertEquals(processes.getFirst(), processes.getLast());
    }

    @Test
    void worksThroughALink() throws Exception {
        var link = Files.createSymbolicLink(checkout.sandbox.folder.resolve("link"), Path.of(checkout.launcher()));
        var outcome = checkout.sandbox.run(checkout.elsewhere, List.of(link.toString(), "help"));
        assertEquals(0, outcome.exit(), outcome.err());
        assertTrue(outcome.out().endsWith("arg:help\ncwd:" + checkout.elsewhere + "\n"), outcome.out());
    }
}
