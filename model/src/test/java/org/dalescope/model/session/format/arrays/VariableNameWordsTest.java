package org.dalescope.model.session.format.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.session.ArrayMapping.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableNameWordsTest {
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
        assertEquals(
                Arrays.asList(words.split(" ", -1)), VariableNameWords.of(name).words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"params.dt", "items", "atoms.dt", "systems_dt", "terms", "s.dt", "ms.dt", "trials", "bins"})
    void aUnitIsAWholeWordOfTheLastPart(String name) {
        assertEquals(Optional.empty(), VariableNameWords.unit(name));
    }

    @Test
    void unitsAreFound() {
        assertEquals(Optional.of(1.0), VariableNameWords.unit("params.dt_ms").map(Unit::ms));
        assertEquals(Optional.of(1.0), VariableNameWords.unit("binWidthMs").map(Unit::ms));
        assertEquals(Optional.of(1000.0), VariableNameWords.unit("dt_s").map(Unit::ms));
        assertEquals(Optional.of(1000.0), VariableNameWords.unit("bin_sec").map(Unit::ms));
        assertEquals(Optional.of(1e-3), VariableNameWords.unit("dt_us").map(Unit::ms));
    }

    @Test
    void stemsStandForWhatBeginsWithThemAndShortWordsForThemselves() {
        assertTrue(VariableNameWords.of("neuronal_area").any(Set.of("neuron")));
        assertFalse(VariableNameWords.of("good_trials").any(Set.of("go")));
        assertFalse(VariableNameWords.of("estimated_rates").any(Set.of("stim")));
        assertTrue(VariableNameWords.of("trial_number").pair(Set.of("trial"), Set.of("number")));
        assertEquals(List.of(), VariableNameWords.of("__").words());
    }
}
