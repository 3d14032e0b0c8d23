package org.dalescope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalescope.model.common.ProgramVersion;
import org.junit.jupiter.api.Test;

/** The version in Maven's file is the version of the program, of the citation and of every module. */
class VersionTest {
    private static final Path PROJECT = Path.of("..");

    @Test
    void everyFileHasTheVersionOfTheBuild() throws IOException {
        String version = first("<version>([^<]+)</version>", "pom.xml");
        assertEquals(version, ProgramVersion.CURRENT);
        assertEquals(version, first("(?m)^version: (\\S+)$", "CITATION.cff"));
        for (String module : List.of("resources", "model", "app", "packaging")) {
            assertEquals(version, first("<parent>.*<version>([^<]+)</version>", module + "/pom.xml"), module);
        }
    }

    private static String first(String pattern, String file) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(PROJECT.resolve(file)));
        assertTrue(found.find(), file);
        return found.group(1);
    }
}
