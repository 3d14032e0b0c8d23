package org.dalescope.model.training;

import java.util.List;
import org.dalescope.model.network.ParameterLayout;
import org.dalescope.model.network.ParameterLayout.Name;

/**
 * The trainer's record of the divergences of a fit: how many epochs were undone, and the reduced learning rate.
 *
 * @param undone number of epochs that were undone
 * @param rate factor of the learning rate from now on
 * @param inARow number of epochs undone since the last one that was kept
 */
public record DivergenceRecovery(int undone, double rate, int inARow) {
    /** The record of a fit that never diverged. */
    public static final DivergenceRecovery NONE = new DivergenceRecovery(0, 1, 0);

    /** The most epochs that are undone; the next epoch that diverges ends the fit. */
    static final int MOST = 12;

    /** The factor of the recurrent weights each time that an epoch from the best network diverges too. */
    private static final double WITHDRAWAL = 0.9;

    private static final double FACTOR = 0.5;

    /** The record after another epoch was undone. */
    DivergenceRecovery again() {
        return new DivergenceRecovery(undone + 1, rate * FACTOR, inARow + 1);
    }

    /** The record after an epoch that is kept. */
    DivergenceRecovery kept() {
        return inARow == 0 ? this : new DivergenceRecovery(undone, rate, 0);
    }

    /**
     * The parameters with smaller recurrent weights. If an epoch from the best network diverges too, it diverges at any
     * learning rate, because that network is unstable for some trials. Sufficiently small weights make every network
     * stable.
     */
    static double[] withdrawn(ParameterLayout layout, double[] raw, int times) {
        double[] smaller = raw.clone();
        double factor = Math.pow(WITHDRAWAL, times);
        for (Name name : List.of(Name.RECURRENT, Name.FACTOR_TO)) {
            layout.block(name).ifPresent(block -> {
                for (int i = block.offset(); i < block.offset() + block.length(); i++) {
                    smaller[i] *= factor;
                }
            });
        }
        return smaller;
    }
}
