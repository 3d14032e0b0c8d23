package org.dalescope.model.analysis.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.math.linear.EigenvalueSpectrum;
import org.dalescope.model.math.linear.SingularValueDecomposition;
import org.dalescope.model.network.Network;

/**
 * A measure of the weights of a network, such as a block's mean or the spectral radius. Weights multiply softplus(x),
 * so they have no unit.
 *
 * @param name stable key
 * @param definition in a sentence
 */
record WeightMeasure(String name, String definition, ToDoubleFunction<Network> of) {
    static List<WeightMeasure> all() {
        List<WeightMeasure> all = new ArrayList<>();
        for (WeightBlock block : WeightBlock.values()) {
            String key = block.key();
            String what = " of the weights " + block.words();
            all.add(new WeightMeasure(
                    key + "_mean", "mean" + what, n -> block.of(n).mean()));
            all.add(new WeightMeasure(key + "_sd", "standard deviation (n - 1)" + what, n -> block.of(n)
                    .sd()));
            all.add(new WeightMeasure(
                    key + "_sum_per_target", "sum per target unit" + what + ", mean over targets", n -> block.of(n)
                            .sumPerTarget()));
            all.add(new WeightMeasure(
                    key + "_near_zero",
                    "share" + what + " below 5 % of the mean magnitude of all the network's weights",
                    n -> block.of(n).nearZero()));
        }
        all.add(new WeightMeasure(
                "gini",
                "Gini coefficient of the weights' magnitudes",
                n -> WeightSpread.gini(WeightSpread.magnitudes(n))));
        all.add(new WeightMeasure(
                "effective_targets_e",
                "participation ratio (sum |w|)^2 / sum w^2 of the weights that leave an E unit, mean over E units",
                n -> WeightSpread.effectiveTargets(n, true)));
        all.add(new WeightMeasure(
                "effective_targets_i",
                "participation ratio (sum |w|)^2 / sum w^2 of the weights that leave an I unit, mean over I units",
                n -> WeightSpread.effectiveTargets(n, false)));
        all.add(new WeightMeasure(
                "spectral_radius", "largest modulus of an eigenvalue of W", n -> EigenvalueSpectrum.of(n.w(), n.size())
                        .modulus(0)));
        all.add(new WeightMeasure(
                "effective_rank", "participation ratio (sum s^2)^2 / sum s^4 of W's singular values", n -> singular(n)
                        .participationRatio()));
        all.add(new WeightMeasure(
                "entropy_rank",
                "exponential of the entropy of W's singular values (Roy and Vetterli 2007)",
                n -> singular(n).entropyRank()));
        return List.copyOf(all);
    }

    static SingularValueDecomposition singular(Network network) {
        return SingularValueDecomposition.of(network.w(), network.size(), network.size());
    }
}
