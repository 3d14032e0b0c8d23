package org.dalescope.model.session.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "params.dt | params dt",
                "bin_size_ms | bin size ms",
                "binSizeMs | bin size ms",
                "binsizems | bin size ms",
                "celltype | cell type",
                "unitIDs | unit ids",
                "neuron2type | neuron type",
                "LFPPower | lfp power",
                "cancelled | cancelled",
                "category | category"
            })
    void wordsEndAtPunctuationDigitsAndCapitals(String name, String words) {
        assertEquals(Arrays.asList(words.split(" ", -1)), NameWords.of(name).words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"params.dt", "items", "atoms.dt", "systems_dt", "terms", "s.dt", "ms.dt", "trials", "bins"})
    void aUnitIsAWholeWordOfTheLastPart(String name) {
        assertEquals(OptionalDouble.empty(), NameWords.unitMs(name));
    }

    @Test
    void unitsAreFound() {
        assertEquals(OptionalDouble.of(1), NameWords.unitMs("params.dt_ms"));
        assertEquals(OptionalDouble.of(1), NameWords.unitMs("binWidthMs"));
        assertEquals(OptionalDouble.of(1000), NameWords.unitMs("dt_s"));
        assertEquals(OptionalDouble.of(1000), NameWords.unitMs("bin_sec"));
        assertEquals(OptionalDouble.of(1e-3), NameWords.unitMs("dt_us"));
    }

    @Test
    void stemsStandForWhatBeginsWithThemAndShortWordsForThemselves() {
        assertTrue(NameWords.of("neuronal_area").any(Set.of("neuron")));
        assertFalse(NameWords.of("good_trials").any(Set.of("go")));
        assertFalse(NameWords.of("estimated_rates").any(Set.of("stim")));
        assertTrue(NameWords.of("trial_number").pair(Set.of("trial"), Set.of("number")));
        assertEquals(List.of(), NameWords.of("__").words());
    }
}
