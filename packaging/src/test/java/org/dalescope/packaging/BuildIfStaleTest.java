package org.dalescope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
class BuildIfStaleTest {
    private Checkout checkout;

    @BeforeEach
    void machine(@TempDir Path folder) throws IOException {
        checkout = new Checkout(new Sandbox(folder.toRealPath()));
    }

    @Test
    void buildsOnceAndAgainOnlyWhenSomethingChanged() throws Exception {
        assertEquals(1, buildsAfterStart());
        assertEquals(1, buildsAfterStart());
        var future = FileTime.from(Instant.now().plusSeconds(5));
        Files.setLastModifiedTime(checkout.sandbox.project.resolve("model/src/main/java/A.java"), future);
        assertEquals(2, buildsAfterStart());
        // The stamp is now older than that source of the future; an unchanged tree lies in the past.
        Files.setLastModifiedTime(
                checkout.sandbox.project.resolve("model/src/main/java/A.java"), FileTime.from(Instant.EPOCH));
        assertEquals(2, buildsAfterStart());
        Files.delete(checkout.sandbox.project.resolve("app/target/dalescope-app-0.1.0.jar"));
        assertEquals(3, buildsAfterStart());
        Files.setLastModifiedTime(checkout.sandbox.project.resolve("pom.xml"), future);
        assertEquals(4, buildsAfterStart());
        Files.setLastModifiedTime(checkout.sandbox.project.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        Files.move(checkout.sandbox.folder.resolve("lib.jar"), checkout.sandbox.folder.resolve("gone.jar"));
        assertEquals(5, buildsAfterStart());
    }

    /** After {@code ./mvnw verify} the jars are newer than the sources: nothing is left to build, stamp or no stamp. */
    @Test
    void aBuildByMavenAloneIsEnough() throws Exception {
        assertEquals(1, buildsAfterStart());
        Files.delete(checkout.sandbox.project.resolve("app/target/.built"));
        assertEquals(1, buildsAfterStart());
        Files.setLastModifiedTime(
                checkout.sandbox.project.resolve("model/src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertEquals(2, buildsAfterStart());
    }

    @Test
    void buildsTheThreeModulesWithoutTestsOrFormatCheck() throws Exception {
        checkout.start("fit");
        var build = Files.readString(checkout.sandbox.project.resolve("builds.txt"));
        assertTrue(
                build.contains("-Dmaven.test.skip=true -Dspotless.check.skip=true -pl resources,model,app package"),
                build);
    }

    @Test
    void aFailedBuildShowsItsLastLinesAndOneSentence() throws Exception {
        checkout.buildBy("echo 'A.java: that is wrong'; exit 1");
        var outcome = checkout.start("fit");
        assertEquals(1, outcome.exit());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("A.java: that is wrong\nDalescope could not be built;"), outcome.err());
        assertTrue(
                checkout.start("fit").err().contains("A.java: that is wrong"),
                "a failed build must not pass for a built one");
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        assertEquals(1, buildsOfTwoAtOnce());
    }

    @Test
    void withoutFlockALinkLocksAndADeadOwnersIsTakenOver() throws Exception {
        Files.deleteIfExists(checkout.sandbox.bin.resolve("flock"));
        var target = Files.createDirectories(checkout.sandbox.project.resolve("app/target"));
        Files.createSymbolicLink(target.resolve(".building.link"), Path.of("99999999"));
        assertEquals(1, buildsOfTwoAtOnce());
        assertFalse(Files.isSymbolicLink(target.resolve(".building.link")));
    }

    private int buildsOfTwoAtOnce() throws Exception {
        var sandbox = checkout.sandbox;
        var build = Files.readString(sandbox.project.resolve("mvnw"));
        sandbox.write(sandbox.project.resolve("mvnw"), build + "sleep 1\n");
        var both = sandbox.folder.resolve("both");
        sandbox.script(both, "'" + checkout.launcher() + "' fit & '" + checkout.launcher() + "' fit; wait");
        assertEquals(
                0, sandbox.run(checkout.elsewhere, List.of(both.toString())).exit());
        return Files.readAllLines(sandbox.project.resolve("builds.txt")).size();
    }

    private int buildsAfterStart() throws Exception {
        assertEquals(0, checkout.start("fit").exit());
        return Files.readAllLines(checkout.sandbox.project.resolve("builds.txt"))
                .size();
    }
}
