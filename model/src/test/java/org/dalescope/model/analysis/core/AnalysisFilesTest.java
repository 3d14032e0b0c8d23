package org.dalescope.model.analysis.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dalescope.model.analysis.core.Statistic.Chance;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;
import org.dalescope.model.common.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalysisFilesTest {
    private static final Table TABLE = new Table(
            "some",
            "Some numbers.",
            List.of(
                    new Table.Words("name, of it", List.of("plain", "with, comma", "with \"quotes\"", "two\nlines")),
                    new Table.Numbers("rate", "sp/s", new double[] {0.25, Double.NaN, Double.POSITIVE_INFINITY, -1})));

    /** RFC 4180: cells with commas, quotes or line breaks are quoted, quotes doubled; what is not defined is empty. */
    @Test
    void csvIsQuoted() {
        String csv = AnalysisFiles.csv(TABLE);
        assertTrue(csv.startsWith("\"name, of it\","), csv);
        assertTrue(csv.contains("\nplain,0.25\n\"with, comma\",\n\"with \"\"quotes\"\"\",\n\"two\nlines\",-1"), csv);
    }

    @Test
    void whatIsNotDefinedIsNull(@TempDir Path folder) throws IOException {
        Statistic undefined = Statistic.plain("nothing", "of nothing", Double.NaN, "sp/s", "0 neurons");
        Statistic full = Statistic.plain("all", "of all", 2, "", "3 neurons")
                .within(new Uncertainty("95 % over seeds", 1, 3))
                .against(new Chance("permutation of neurons", 0.04));
        AnalysisResult result = new AnalysisResult(
                "test", "A test", List.of(undefined, full), List.of(TABLE), List.of(Finding.notice("n", "A note.")));
        AnalysisFiles.write(result, folder);
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("test.json").toFile());
        assertTrue(json.at("/statistics/nothing/value").isNull());
        assertFalse(json.at("/statistics/nothing").has("interval"));
        assertFalse(json.at("/statistics/nothing").has("null"));
        assertEquals(1, json.at("/statistics/all/interval/low").asDouble());
        assertEquals(0.04, json.at("/statistics/all/null/p").asDouble());
        JsonNode rates = json.at("/tables/some/columns").properties().stream()
                .filter(e -> e.getKey().startsWith("rate"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertEquals(0.25, rates.get(0).asDouble());
        assertTrue(rates.get(1).isNull() && rates.get(2).isNull());
        assertEquals("A note.", json.at("/notes/0").asString());
        assertEquals(AnalysisFiles.csv(TABLE), Files.readString(folder.resolve("some.csv")));
    }

    @Test
    void columnsHaveOneLength() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Table(
                        "odd",
                        "",
                        List.of(new Table.Words("a", List.of("x")), new Table.Numbers("b", "", new double[] {1, 2}))));
    }
}
