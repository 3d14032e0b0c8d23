package org.dalescope.model.analysis.connectivity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.dalescope.model.analysis.core.FormulaNetwork;
import org.junit.jupiter.api.Test;

class WeightMeasureTest {
    /** By NumPy: {@code reference/analysis.py} among the test resources. */
    @Test
    void measuresAreThoseOfNumPy() {
        Map<String, Double> expected = Map.ofEntries(
                Map.entry("e_to_e_mean", 0.4501666666666666),
                Map.entry("e_to_e_sd", 0.25849597031030613),
                Map.entry("e_to_e_sum_per_target", 0.9003333333333332),
                Map.entry("e_to_e_near_zero", 0.16666666666666666),
                Map.entry("e_to_i_mean", 0.3666666666666667),
                Map.entry("e_to_i_sd", 0.2065591117977289),
                Map.entry("e_to_i_sum_per_target", 1.1),
                Map.entry("e_to_i_near_zero", 0.0),
                Map.entry("i_to_e_mean", -0.6),
                Map.entry("i_to_e_sd", 0.3549647859869769),
                Map.entry("i_to_e_sum_per_target", -1.2),
                Map.entry("i_to_e_near_zero", 0.0),
                Map.entry("i_to_i_mean", -0.675),
                Map.entry("i_to_i_sd", 0.5303300858899105),
                Map.entry("i_to_i_sum_per_target", -0.675),
                Map.entry("i_to_i_near_zero", 0.0),
                Map.entry("gini", 0.334641153182418),
                Map.entry("effective_targets_e", 3.1533899536204295),
                Map.entry("effective_targets_i", 3.0771118574011886),
                Map.entry("spectral_radius", 1.0250581151105125),
                Map.entry("effective_rank", 2.0363735614994374),
                Map.entry("entropy_rank", 3.8126278151559134));
        assertEquals(expected.size(), WeightMeasure.all().size());
        for (WeightMeasure measure : WeightMeasure.all()) {
            double value = measure.of().applyAsDouble(FormulaNetwork.network());
            assertEquals(expected.getOrDefault(measure.name(), Double.NaN), value, 1e-9, measure.name());
        }
    }

    @Test
    void giniOfOneAndOfEqualOnes() {
        assertEquals(0.75, WeightSpread.gini(new double[] {0, 0, 3, 0}), 1e-12);
        assertEquals(0, WeightSpread.gini(new double[] {2, 2, 2}), 1e-12);
    }

    @Test
    void theCommonerSignOfFive() {
        assertEquals(0.6, WeightConsistency.majorityShare(new double[] {1, -2, 3, 0.5, 0}), 1e-12);
    }
}
