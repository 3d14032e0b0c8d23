package org.dalescope.model.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dalescope.model.common.Lazy;

/**
 * Gives the data of each training step. While a step is computed, another thread prepares the data of the next one,
 * because the threads of the recurrence often wait for each other.
 */
final class StepDataSource {
    private final Fit fit;
    private final Lazy<NeuronScales> scales;
    private final boolean ahead;
    private Optional<StepData> last = Optional.empty();
    private Optional<Prepared> next = Optional.empty();

    private record Prepared(int[] trialIds, CompletableFuture<StepData> data) {}

    /**
     * A source for a fit.
     *
     * @param threads the threads of the fit; with one thread nothing is prepared
     */
    StepDataSource(Fit fit, int threads) {
        this.fit = fit;
        this.scales = Lazy.of(() -> NeuronScales.of(fit));
        // The data of L_trial are large, and the memory estimate counts them once.
        this.ahead = threads > 1 && !fit.configuration().loss().trial().enabled();
    }

    /** The data of a step; they are the same object if the step has the trials of the one before. */
    StepData of(int[] trialIds) {
        int[] ordered = ordered(trialIds);
        StepData data = last.filter(d -> Arrays.equals(d.trialIds(), ordered))
                .or(() -> prepared(ordered))
                .orElseGet(() -> StepData.of(fit, scales, ordered));
        last = Optional.of(data);
        return data;
    }

    /** Begins to prepare the data of a later step. */
    void prepare(int[] trialIds) {
        int[] ordered = ordered(trialIds);
        boolean known = last.filter(d -> Arrays.equals(d.trialIds(), ordered)).isPresent();
        next = ahead && !known
                ? Optional.of(
                        new Prepared(ordered, CompletableFuture.supplyAsync(() -> StepData.of(fit, scales, ordered))))
                : Optional.empty();
    }

    private Optional<StepData> prepared(int[] ordered) {
        try {
            return next.filter(prepared -> Arrays.equals(prepared.trialIds(), ordered))
                    .map(prepared -> prepared.data().join());
        } catch (CompletionException failed) {
            // The caller computes the data again, and throws what is wrong.
            return Optional.empty();
        }
    }

    /** The order of trials in a step has no meaning. */
    private static int[] ordered(int[] trialIds) {
        int[] ordered = trialIds.clone();
        Arrays.sort(ordered);
        return ordered;
    }
}
