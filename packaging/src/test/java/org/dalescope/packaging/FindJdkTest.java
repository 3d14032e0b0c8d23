package org.dalescope.packaging;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shell launchers are for Linux and macOS")
class FindJdkTest {
    private Sandbox sandbox;

    @BeforeEach
    void machine(@TempDir Path folder) throws IOException {
        sandbox = new Sandbox(folder.toRealPath());
    }

    @Test
    void takesTheFirstOfOwnVariableJavaHomeProjectPathAndUsualFolders() throws Exception {
        var usual = sandbox.jdk("jvm/a jdk", "25.0.1");
        assertFound(usual);

        var onPath = sandbox.jdk("on path", "25");
        Files.createSymbolicLink(sandbox.bin.resolve("javac"), onPath.resolve("bin/javac"));
        assertFound(onPath);

        var own = sandbox.jdk("my project/.jdk/temurin-25", "25.0.3");
        assertFound(own);

        var javaHome = sandbox.jdk("java home", "25.0.2");
        sandbox.with("JAVA_HOME", javaHome.toString());
        assertFound(javaHome);

        var named = sandbox.jdk("named", "25.0.3+9");
        sandbox.with("DALESCOPE_JAVA_HOME", named.toString());
        assertFound(named);
    }

    @Test
    void findsTheHomeInsideAnApplesBundle() throws Exception {
        assertFound(sandbox.jdk("jvm/temurin-25.jdk/Contents/Home", "25.0.3"));
    }

    @Test
    void asksJavaItselfWhereTheReleaseFileIsMissing() throws Exception {
        var jdk = sandbox.jdk("jvm/bare", "17");
        Files.delete(jdk.resolve("release"));
        sandbox.script(jdk.resolve("bin/java"), "echo 'openjdk version \"25.0.4\" 2026-07-21' >&2");
        assertFound(jdk);
    }

    @Test
    void passesOverAnotherReleaseAndSaysWhichItSaw() throws Exception {
        var old = sandbox.jdk("jvm/jdk-17", "17.0.15");
        sandbox.jdk("jvm/jdk-250", "250.1");
        var outcome = sandbox.with("JAVA_HOME", old.toString()).findJdk();
        assertNothingFound(outcome);
        assertTrue(outcome.err().contains("only Java 17 in " + old), outcome.err());
    }

    @Test
    void passesOverARuntimeWithoutCompiler() throws Exception {
        var jre = sandbox.jdk("jvm/jre-25", "25.0.3");
        Files.delete(jre.resolve("bin/javac"));
        assertNothingFound(sandbox.findJdk());
    }

    @Test
    void sayInOneSentenceWhatToInstallWhereThereIsNone() throws Exception {
        var outcome = sandbox.findJdk();
        assertNothingFound(outcome);
        assertTrue(outcome.err().contains("https://adoptium.net"), outcome.err());
    }

    @Test
    void namesThePackageOfTheMachinesOwnPackager() throws Exception {
        sandbox.script(sandbox.bin.resolve("dnf"), "exit 0");
        assertTrue(sandbox.findJdk().err().contains("sudo dnf install java-25-openjdk-devel"));
    }

    @Test
    void saysThatTheNamedFolderIsNoJdkAndLooksOn() throws Exception {
        var usual = sandbox.jdk("jvm/jdk-25", "25.0.3");
        var outcome = sandbox.with("DALESCOPE_JAVA_HOME", "/nowhere").findJdk();
        assertEquals(usual + "\n", outcome.out());
        assertTrue(outcome.err().contains("DALESCOPE_JAVA_HOME=/nowhere is not a JDK 25"), outcome.err());
    }

    private void assertFound(Path home) throws Exception {
        assertEquals(new Outcome(0, home + "\n", ""), sandbox.findJdk());
    }

    private static void assertNothingFound(Outcome outcome) {
        assertAll(
                () -> assertEquals(1, outcome.exit()),
                () -> assertEquals("", outcome.out()),
                () -> assertEquals(1, outcome.err().lines().count(), outcome.err()),
                () -> assertTrue(outcome.err().contains("needs a JDK 25 and found none"), outcome.err()),
                () -> assertTrue(outcome.err().contains("--yes"), outcome.err()));
    }
}
