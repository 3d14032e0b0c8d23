package org.dalescope.model.session.synthetic;

/**
 * Samples the spike counts of a synthetic session with a given mean and Fano factor, by inversion of the Poisson or the
 * negative binomial distribution function. The distribution is Poisson if the factor is 1, otherwise negative binomial
 * with size mean / (fano - 1) and success probability 1 / fano.
 */
final class SpikeCountSampler {
    private SpikeCountSampler() {}

    /**
     * The count at a quantile.
     *
     * @param mean expected count
     * @param fano variance over mean, at least 1
     * @param uniform the quantile, in (0, 1)
     */
    static int at(double mean, double fano, double uniform) {
        double size = mean / (fano - 1);
        double failure = 1 - 1 / fano;
        double probability = fano == 1 ? Math.exp(-mean) : Math.exp(-size * Math.log(fano));
        double cumulative = probability;
        int count = 0;
        // Far in the tail the sum no longer grows, and the search must still end.
        while (uniform > cumulative && (count < mean || probability > 0)) {
            count++;
            probability *= fano == 1 ? mean / count : failure * (size + count - 1) / count;
            cumulative += probability;
        }
        return count;
    }
}
