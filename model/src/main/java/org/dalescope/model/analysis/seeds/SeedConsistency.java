package org.dalescope.model.analysis.seeds;

import org.dalescope.model.analysis.circuit.SeedAgreement;

/**
 * The verdict of the networks of several seeds on whether a quantity is a property of the recorded circuit, and not
 * only of the network of one seed.
 */
enum SeedConsistency {
    INTERPRETABLE("interpretable"),
    SEED("depends on the seed"),
    UNKNOWN("too few seeds");

    /** The smallest agreement: two networks share half of their variance at r = sqrt(0.5). */
    static final double LEAST_AGREEMENT = Math.sqrt(0.5);

    static final double LARGEST_P = 0.05;
    static final int FEWEST_SEEDS = 3;

    /** The rule in words, for captions and notes. */
    static final String RULE =
            "A quantity is interpretable if there are at least 3 seeds, the lower end of the 95 % interval (jackknife"
                    + " over seeds) of its agreement is at least 0.71 (half of the variance is shared), and its"
                    + " agreement exceeds that of neurons permuted within their type (p at most 0.05).";

    private final String words;

    SeedConsistency(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static SeedConsistency of(SeedAgreement agreement) {
        if (agreement.seeds() < FEWEST_SEEDS || Double.isNaN(agreement.value())) {
            return UNKNOWN;
        }
        boolean high = agreement.interval().low() >= LEAST_AGREEMENT;
        boolean aboveChance = agreement.outcome().p() <= LARGEST_P
                && agreement.value() > agreement.outcome().nullMean();
        return high && aboveChance ? INTERPRETABLE : SEED;
    }
}
