package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import java.util.Optional;
import org.dalescope.model.common.Finding;
import org.dalescope.model.training.Fit;

/** Checks that an ensemble whose sparsity depends on the seed has networks of both sparsities. */
public final class SparsityOfSeeds {
    private SparsityOfSeeds() {}

    /**
     * The warning if it has not.
     *
     * @param fit any of the fits
     * @param seeds of all networks
     */
    public static Optional<Finding> warning(Fit fit, long[] seeds) {
        boolean depends = fit.configuration().loss().sparsityEvenSeeds() >= 0;
        long even = Arrays.stream(seeds).filter(seed -> seed % 2 == 0).count();
        boolean both = even > 0 && even < seeds.length;
        return depends && !both
                ? Optional.of(Finding.warning(
                        "one-sparsity",
                        "All networks have " + (even > 0 ? "even" : "odd") + " seeds and therefore the same sparsity"
                                + " penalty, so the size of the prediction depends on it, and no interval shows this."
                                + " Use seeds 1 to 4 together."))
                : Optional.empty();
    }
}
