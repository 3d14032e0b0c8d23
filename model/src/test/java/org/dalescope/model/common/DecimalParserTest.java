package org.dalescope.model.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "90f",
                "90d",
                "90F",
                "90D",
                "0x1p3",
                "0x10",
                "NaN",
                "Infinity",
                "-Infinity",
                "1e5d",
                "",
                " ",
                ".",
                "1_000",
                "1,5",
                "1e",
                "e5",
                "1e999",
                "--1",
                "٣"
            })
    void wordsAreNoNumbers(String word) {
        assertTrue(DecimalParser.parse(word).isEmpty(), word);
        assertTrue(DecimalParser.ofLabel(word).isEmpty(), word);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "-0.5, -0.5", "1e-3, 0.001", "5., 5", ".5, 0.5", "+2, 2", "1E3, 1000", "' 7 ', 7"})
    void decimalsAreNumbers(String word, double value) {
        assertEquals(OptionalDouble.of(value), DecimalParser.parse(word));
    }

    @Test
    void labelsAreNumbersOnlyWhereEachNumberHasOneWord() {
        assertEquals(OptionalDouble.of(12.5), DecimalParser.ofLabel("12.5"));
        assertEquals(OptionalDouble.of(-3), DecimalParser.ofLabel("-3"));
        for (String word : new String[] {"07", "7.0", "1e5", "+7", " 7", "-0", "7."}) {
            assertTrue(DecimalParser.ofLabel(word).isEmpty(), word);
        }
    }
}
