package org.dalescope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program ships with is permissive and named: the build's list of parts (CycloneDX) against THIRD-PARTY.txt. */
class LicencesTest {
    private static final Path PARTS = Path.of("target", "dalescope-sbom.json");
    private static final Path NAMED = Path.of("THIRD-PARTY.txt");

    /** By SPDX identifier, or by the words of a library that gives none. */
    private static final Set<String> PERMISSIVE =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "The 3-Clause BSD License");

    /** Libraries that are files of their own which may be replaced, under licences that ask for no more of who uses them. */
    private static final List<String> REPLACEABLE = List.of("org.openjfx:javafx-", "org.jfree:");

    @Test
    void everyPartMayBeShipped() throws IOException {
        TreeMap<String, String> refused = new TreeMap<>();
        for (JsonNode part : parts()) {
            List<String> licences = licences(part);
            String name = name(part);
            boolean replaceable = REPLACEABLE.stream().anyMatch(name::startsWith);
            if (!replaceable && licences.stream().noneMatch(PERMISSIVE::contains)) {
                refused.put(name, String.join(" / ", licences));
            }
        }
        assertEquals("{}", refused.toString(), "not permissive, or under a licence that is not known: see SECURITY.md");
    }

    @Test
    void everyPartIsNamedAndNothingElse() throws IOException {
        Set<String> shipped = new TreeSet<>();
        parts().forEach(part ->
                shipped.add(name(part) + ":" + part.path("version").asString()));
        Set<String> named = new TreeSet<>();
        Matcher lines = Pattern.compile("\\(([\\w.-]+:[\\w.-]+:\\S+) - ").matcher(Files.readString(NAMED));
        while (lines.find()) {
            named.add(lines.group(1));
        }
        assertEquals(String.join("\n", shipped), String.join("\n", named), "run packaging/third-party");
    }

    private static List<JsonNode> parts() throws IOException {
        assumeTrue(Files.exists(PARTS), "the list of parts is made by Maven: ./mvnw verify");
        List<JsonNode> parts = JsonMapper.builder()
                .build()
                .readTree(Files.readString(PARTS))
                .path("components")
                .valueStream()
                .filter(part -> !part.path("group").asString().equals("org.dalescope"))
                .toList();
        assertFalse(parts.isEmpty());
        return parts;
    }

    private static String name(JsonNode part) {
        return part.path("group").asString() + ":" + part.path("name").asString();
    }

    private static List<String> licences(JsonNode part) {
        return part.path("licenses")
                .valueStream()
                .flatMap(one -> Stream.of(
                                one.path("license").path("id"),
                                one.path("license").path("name"),
                                one.path("expression"))
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString))
                .toList();
    }
}
