package org.dalescope.model.session.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.session.mapping.ArrayMapping.Unit;
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
        assertEquals(Optional.empty(), NameWords.unit(name));
    }

    @Test
    void unitsAreFound() {
        assertEquals(Optional.of(1.0), NameWords.unit("params.dt_ms").map(Unit::ms));
        assertEquals(Optional.of(1.0), NameWords.unit("binWidthMs").map(Unit::ms));
        assertEquals(Optional.of(1000.0), NameWords.unit("dt_s").map(Unit::ms));
        assertEquals(Optional.of(1000.0), NameWords.unit("bin_sec").map(Unit::ms));
        assertEquals(Optional.of(1e-3), NameWords.unit("dt_us").map(Unit::ms));
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
