package org.dalescope.model.analysis.ensemble;

import org.dalescope.model.analysis.circuit.SeedAgreement;

/** Whether something may be read as a property of the recorded circuit and not of one seed's network. */
enum SeedConsistency {
    INTERPRETABLE("interpretable"),
    SEED("depends on the seed"),
    UNKNOWN("too few seeds");

    /** Pairs of networks must share half of their variance: r of sqrt(0.5). */
    static final double LEAST_AGREEMENT = Math.sqrt(0.5);

    static final double LARGEST_P = 0.05;
    static final int FEWEST_SEEDS = 3;

    /** The rule in words. */
    static final String RULE =
            "Interpretable: from 3 seeds on, where the lower end of the 95 % interval (jackknife over seeds) of"
                    + " the agreement is at least 0.71 (half of the variance is shared) and neurons permuted within their type agree"
                    + " less (p at most 0.05).";

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
