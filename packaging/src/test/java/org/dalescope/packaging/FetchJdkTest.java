package org.dalescope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shell launchers are for Linux and macOS")
class FetchJdkTest {
    private Sandbox sandbox;
    private Path archive;

    @BeforeEach
    void machine(@TempDir Path folder) throws IOException, InterruptedException {
        sandbox = new Sandbox(folder.toRealPath());
        archive = pack("jdk-25.0.3+9", "25.0.3");
    }

    @Test
    void yesDownloadsVerifiesAndUnpacksOnceForAll() throws Exception {
        var home = sandbox.project.resolve(".jdk/temurin-25");
        try (var adoptium = new FakeAdoptium(archive, FakeAdoptium.sha256(archive))) {
            sandbox.with("DALESCOPE_JDK_URL", adoptium.url());
            var outcome = sandbox.findJdk("--yes");
            assertEquals(0, outcome.exit(), outcome.err());
            assertEquals(home + "\n", outcome.out());
            assertEquals(2, adoptium.asked.size(), adoptium.asked.toString());
            var question = adoptium.asked.getFirst();
            assertTrue(
                    question.matches(
                            ".*\\?architecture=(x64|aarch64)&image_type=jdk&os=(linux|mac|alpine-linux)&vendor=eclipse"),
                    question);
            assertEquals("/jdk.tar.gz", adoptium.asked.getLast());
        }
        assertEquals(List.of("temurin-25"), sandbox.installed());
        assertTrue(Files.isExecutable(home.resolve("bin/javac")));
        // The server is gone now: what was installed serves alone, and without a question.
        assertEquals(new Outcome(0, home + "\n", ""), sandbox.findJdk());
    }

    @Test
    void theVariableSaysYesAndABundleKeepsItsInnerHome() throws Exception {
        archive = pack("jdk-25.0.3+9/Contents/Home", "25.0.3");
        try (var adoptium = new FakeAdoptium(archive, FakeAdoptium.sha256(archive))) {
            var outcome = sandbox.with("DALESCOPE_JDK_URL", adoptium.url())
                    .with("DALESCOPE_YES", "1")
                    .findJdk();
            assertEquals(sandbox.project.resolve(".jdk/temurin-25/Contents/Home") + "\n", outcome.out(), outcome.err());
        }
    }

    @Test
    void withoutYesNothingIsAsked() throws Exception {
        try (var adoptium = new FakeAdoptium(archive, FakeAdoptium.sha256(archive))) {
            assertEquals(
                    1,
                    sandbox.with("DALESCOPE_JDK_URL", adoptium.url()).findJdk().exit());
            assertEquals(List.of(), adoptium.asked);
        }
    }

    @Test
    void aWrongChecksumLeavesNothingBehind() throws Exception {
        try (var adoptium = new FakeAdoptium(archive, "a".repeat(64))) {
            var outcome = sandbox.with("DALESCOPE_JDK_URL", adoptium.url()).findJdk("--yes");
            assertRefused(outcome, "the checksum of");
        }
    }

    @Test
    void anArchiveWithAnotherReleaseLeavesNothingBehind() throws Exception {
        archive = pack("jdk-26", "26");
        try (var adoptium = new FakeAdoptium(archive, FakeAdoptium.sha256(archive))) {
            var outcome = sandbox.with("DALESCOPE_JDK_URL", adoptium.url()).findJdk("--yes");
            assertRefused(outcome, "holds no JDK 25");
        }
    }

    @Test
    void anAnswerWithoutChecksumIsRefused() throws Exception {
        try (var adoptium = new FakeAdoptium(archive, "")) {
            var outcome = sandbox.with("DALESCOPE_JDK_URL", adoptium.url()).findJdk("--yes");
            assertRefused(outcome, "offers no JDK 25 with a checksum");
        }
    }

    @Test
    void aServerThatIsGoneIsOneSentence() throws Exception {
        String gone;
        try (var adoptium = new FakeAdoptium(archive, "")) {
            gone = adoptium.url();
        }
        var outcome = sandbox.with("DALESCOPE_JDK_URL", gone).findJdk("--yes");
        assertRefused(outcome, gone + " cannot be reached");
        assertEquals(1, outcome.err().lines().count(), outcome.err());
    }

    @Test
    void anInterruptedDownloadLeavesNothingBehind() throws Exception {
        var curl = sandbox.bin.resolve("curl");
        Files.move(curl, sandbox.bin.resolve("real-curl"));
        sandbox.script(curl, "case \"$*\" in *tar.gz*) kill -TERM $PPID ;; *) exec real-curl \"$@\" ;; esac");
        try (var adoptium = new FakeAdoptium(archive, FakeAdoptium.sha256(archive))) {
            var outcome = sandbox.with("DALESCOPE_JDK_URL", adoptium.url()).findJdk("--yes");
            assertEquals(143, outcome.exit(), outcome.err());
            assertFalse(Files.exists(sandbox.project.resolve(".jdk")), () -> "left behind in .jdk");
        }
    }

    @Test
    void wgetServesWhereCurlIsMissing() throws Exception {
        Files.delete(sandbox.bin.resolve("curl"));
        assumeTrue(Files.exists(sandbox.bin.resolve("wget")), "wget is not installed here");
        try (var adoptium = new FakeAdoptium(archive, FakeAdoptium.sha256(archive))) {
            var outcome = sandbox.with("DALESCOPE_JDK_URL", adoptium.url()).findJdk("--yes");
            assertEquals(0, outcome.exit(), outcome.err());
        }
    }

    private void assertRefused(Outcome outcome, String reason) throws IOException {
        assertEquals(1, outcome.exit());
        assertEquals("", outcome.out());
        var sentence = outcome.err().lines().reduce("", (first, last) -> last);
        assertTrue(sentence.startsWith("Temurin 25 was not installed: "), outcome.err());
        assertTrue(sentence.contains(reason), outcome.err());
        assertFalse(Files.exists(sandbox.project.resolve(".jdk")), () -> "left behind in .jdk");
    }

    private Path pack(String inner, String version) throws IOException, InterruptedException {
        sandbox.jdk("packed-" + version + "/" + inner, version);
        var target = sandbox.folder.resolve("jdk.tar.gz");
        var source = sandbox.folder.resolve("packed-" + version);
        var top = inner.substring(0, inner.indexOf('/') < 0 ? inner.length() : inner.indexOf('/'));
        var outcome = sandbox.run(source, List.of("tar", "-czf", target.toString(), top));
        assertEquals(0, outcome.exit(), outcome.err());
        return target;
    }
}
