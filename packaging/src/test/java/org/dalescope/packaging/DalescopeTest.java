package org.dalescope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shell launchers are for Linux and macOS")
class DalescopeTest {
    private static final String ALL_LIBRARIES =
            "libfreetype.so.6 libfontconfig.so.1 libpango-1.0.so.0 libpangoft2-1.0.so.0 libgtk-3.so.0 libXtst.so.6";

    private Sandbox sandbox;
    private Path elsewhere;

    @BeforeEach
    void machine(@TempDir Path folder) throws IOException {
        sandbox = new Sandbox(folder.toRealPath());
        elsewhere = Files.createDirectories(sandbox.folder.resolve("the user's folder"));
        sandbox.with("JAVA_HOME", sandbox.jdk("a jdk", "25.0.3").toString());
        libraries(ALL_LIBRARIES);
        for (var module : List.of("resources", "model", "app")) {
            sandbox.write(sandbox.project.resolve(module + "/pom.xml"), "<project/>");
            sandbox.write(sandbox.project.resolve(module + "/src/main/java/A.java"), "class A {}");
        }
        sandbox.write(sandbox.project.resolve("pom.xml"), "<project/>");
        sandbox.write(sandbox.folder.resolve("lib.jar"), "");
        buildBy("""
                echo "Maven says something"
                echo built "$@" >>builds.txt
                for m in resources model app; do mkdir -p $m/target; : >$m/target/dalescope-$m-0.1.0.jar; done
                printf '%s' '""" + sandbox.folder.resolve("lib.jar") + "' >app/target/class-path.txt");
    }

    @Test
    void startsTheProgramInTheCallersFolderWithTheArgumentsAsGiven() throws Exception {
        var outcome = start("fit", "my data.h5", "*", "", "--json");
        assertEquals(0, outcome.exit(), outcome.err());
        var lines = outcome.out().lines().toList();
        var main = lines.indexOf("arg:org.dalescope.app.Main");
        assertEquals(
                List.of("arg:fit", "arg:my data.h5", "arg:*", "arg:", "arg:--json", "cwd:" + elsewhere),
                lines.subList(main + 1, lines.size()));
        var project = sandbox.project;
        assertEquals(
                "arg:" + project.resolve("resources/target/dalescope-resources-0.1.0.jar") + ":"
                        + project.resolve("model/target/dalescope-model-0.1.0.jar") + ":"
                        + project.resolve("app/target/dalescope-app-0.1.0.jar") + ":"
                        + sandbox.folder.resolve("lib.jar"),
                lines.get(main - 1));
    }

    @Test
    void stdoutHoldsNothingButTheProgramsOwnEvenWhenItBuilds() throws Exception {
        var outcome = start("fit");
        assertTrue(outcome.out().startsWith("arg:-XX:MaxRAMPercentage=60\n"), outcome.out());
        assertEquals("Building Dalescope (first start, a few minutes) ...\n", outcome.err());
    }

    @Test
    void yesIsForTheLauncherAndOptionsComeFromTheEnvironment() throws Exception {
        sandbox.with("DALESCOPE_JAVA_OPTS", "-Xmx1g -Dx=y");
        var lines = start("demo", "--yes").out().lines().toList();
        assertTrue(lines.containsAll(List.of("arg:-Xmx1g", "arg:-Dx=y", "arg:demo")), lines.toString());
        assertTrue(lines.contains("arg:-Djava.awt.headless=true") || OS.current() != OS.LINUX, lines.toString());
        assertTrue(!lines.contains("arg:--yes"), lines.toString());
    }

    @Test
    void passesTheExitCodeThrough() throws Exception {
        assertEquals(
                42,
                sandbox.with("FAKE_EXIT", "42")
                        .run(elsewhere, List.of(launcher(), "fit"))
                        .exit());
    }

    @Test
    void worksThroughALink() throws Exception {
        var link = Files.createSymbolicLink(sandbox.folder.resolve("link"), Path.of(launcher()));
        var outcome = sandbox.run(elsewhere, List.of(link.toString(), "help"));
        assertEquals(0, outcome.exit(), outcome.err());
        assertTrue(outcome.out().endsWith("arg:help\ncwd:" + elsewhere + "\n"), outcome.out());
    }

    @Test
    void buildsOnceAndAgainOnlyWhenSomethingChanged() throws Exception {
        assertEquals(1, buildsAfterStart());
        assertEquals(1, buildsAfterStart());
        var future = FileTime.from(Instant.now().plusSeconds(5));
        Files.setLastModifiedTime(sandbox.project.resolve("model/src/main/java/A.java"), future);
        assertEquals(2, buildsAfterStart());
        // The stamp is now older than that source of the future; an unchanged tree lies in the past.
        Files.setLastModifiedTime(sandbox.project.resolve("model/src/main/java/A.java"), FileTime.from(Instant.EPOCH));
        assertEquals(2, buildsAfterStart());
        Files.delete(sandbox.project.resolve("app/target/dalescope-app-0.1.0.jar"));
        assertEquals(3, buildsAfterStart());
        Files.setLastModifiedTime(sandbox.project.resolve("pom.xml"), future);
        assertEquals(4, buildsAfterStart());
        Files.setLastModifiedTime(sandbox.project.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        Files.move(sandbox.folder.resolve("lib.jar"), sandbox.folder.resolve("gone.jar"));
        assertEquals(5, buildsAfterStart());
    }

    @Test
    void buildsTheThreeModulesWithoutTestsOrFormatCheck() throws Exception {
        start("fit");
        var build = Files.readString(sandbox.project.resolve("builds.txt"));
        assertTrue(
                build.contains("-Dmaven.test.skip=true -Dspotless.check.skip=true -pl resources,model,app package"),
                build);
    }

    @Test
    void aFailedBuildShowsItsLastLinesAndOneSentence() throws Exception {
        buildBy("echo 'A.java: that is wrong'; exit 1");
        var outcome = start("fit");
        assertEquals(1, outcome.exit());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("A.java: that is wrong\nDalescope could not be built;"), outcome.err());
        assertTrue(
                start("fit").err().contains("A.java: that is wrong"), "a failed build must not pass for a built one");
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        var build = Files.readString(sandbox.project.resolve("mvnw"));
        sandbox.write(sandbox.project.resolve("mvnw"), build + "sleep 1\n");
        var script = sandbox.folder.resolve("two");
        sandbox.script(script, "'" + launcher() + "' fit & '" + launcher() + "' fit; wait");
        assertEquals(0, sandbox.run(elsewhere, List.of(script.toString())).exit());
        assertEquals(
                1, Files.readAllLines(sandbox.project.resolve("builds.txt")).size());
    }

    @Test
    void namesTheMissingLibrariesOfWhatIsAskedForAndNoMore() throws Exception {
        assumeTrue(OS.current() == OS.LINUX, "elsewhere JavaFX needs no libraries");
        libraries("libfreetype.so.6 libfontconfig.so.1 libpango-1.0.so.0 libpangoft2-1.0.so.0");
        assertEquals(0, start("fit").exit());
        assertEquals(0, start("demo").exit());
        assertMissing(start(), "libgtk-3.so.0, libXtst.so.6", "sudo apt install libgtk-3-0 libxtst6");
        assertMissing(start("window"), "libgtk-3.so.0", "libgtk-3-0");
        sandbox.with("DISPLAY", ":0");
        assertMissing(start("demo"), "libgtk-3.so.0", "libgtk-3-0");

        libraries("libfreetype.so.6 libc.so.6");
        sandbox.script(sandbox.bin.resolve("dnf"), "exit 0");
        assertEquals(0, start("--version").exit());
        assertMissing(start("report"), "libfontconfig.so.1", "sudo dnf install fontconfig pango'");
    }

    @Test
    void refusesNobodyWhereTheListOfLibrariesIsUnknown() throws Exception {
        libraries("");
        assertEquals(0, start("window").exit());
    }

    private Outcome start(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(arguments));
        return sandbox.run(elsewhere, command);
    }

    private int buildsAfterStart() throws Exception {
        assertEquals(0, start("fit").exit());
        return Files.readAllLines(sandbox.project.resolve("builds.txt")).size();
    }

    private void libraries(String names) throws IOException {
        sandbox.script(
                sandbox.bin.resolve("ldconfig"),
                "for l in " + names + "; do echo \"	$l (libc6,x86-64) => /lib/$l\"; done");
    }

    private void buildBy(String body) throws IOException {
        sandbox.script(sandbox.project.resolve("mvnw"), body);
    }

    private String launcher() {
        return sandbox.project.resolve("dalescope").toString();
    }

    private static void assertMissing(Outcome outcome, String library, String advice) {
        assertEquals(1, outcome.exit());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().contains(library) && outcome.err().contains(advice), outcome.err());
    }
}
