package org.dalescope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
class MvnwTest {
    private Sandbox sandbox;

    @BeforeEach
    void machine(@TempDir Path folder) throws IOException {
        sandbox = new Sandbox(folder.toRealPath());
        // In the wrapper's place: tells what the real one would see.
        sandbox.write(sandbox.project.resolve(".mvn/wrapper/maven-wrapper.sh"), """
                echo "java:$JAVA_HOME"
                echo "name:$(basename "$0")"
                echo "place:$(dirname "$0")"
                for a in "$@"; do echo "arg:$a"; done
                exit 3
                """);
    }

    @Test
    void handsJdkNamePlaceAndArgumentsToTheWrapperButNotYes() throws Exception {
        var jdk = sandbox.jdk("jvm/jdk-25", "25.0.3");
        var outcome = sandbox.run(sandbox.project, List.of("./mvnw", "verify", "--yes", "-Dname=a b"));
        var expected = "java:" + jdk + "\nname:mvnw\nplace:.\narg:verify\narg:-Dname=a b\n";
        assertEquals(new Outcome(3, expected, ""), outcome);
    }

    @Test
    void stopsBeforeMavenWhereThereIsNoJdk() throws Exception {
        var outcome = sandbox.run(sandbox.project, List.of("./mvnw", "verify"));
        assertEquals(1, outcome.exit());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("needs a JDK 25"), outcome.err());
    }

    @Test
    void theStandInForUnzipUnpacksAndMakesMavenExecutable() throws Exception {
        var maven = sandbox.folder.resolve("maven/bin/mvn");
        sandbox.write(maven, "#!/bin/sh\n");
        var jdk = System.getProperty("java.home");
        var zip = sandbox.folder.resolve("maven.zip");
        var pack = List.of(jdk + "/bin/jar", "--create", "--no-manifest", "--file", zip.toString(), "maven");
        assertEquals(0, sandbox.run(sandbox.folder, pack).exit());
        var target = Files.createDirectories(sandbox.folder.resolve("un packed"));
        var unzip = sandbox.project.resolve("packaging/launcher/no-unzip/unzip").toString();
        var outcome = sandbox.with("JAVA_HOME", jdk)
                .run(sandbox.folder, List.of(unzip, "-q", zip.toString(), "-d", target.toString()));
        assertEquals(new Outcome(0, "", ""), outcome);
        assertTrue(Files.isExecutable(target.resolve("maven/bin/mvn")));
    }
}
