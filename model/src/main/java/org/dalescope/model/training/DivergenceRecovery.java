package org.dalescope.model.training;

import java.util.List;
import org.dalescope.model.network.ParameterLayout;
import org.dalescope.model.network.ParameterLayout.Name;

/**
 * How often a fit ran away and was taken back, and what is left of its learning rate.
 *
 * @param undone epochs that were undone
 * @param rate factor of the learning rate from now on
 * @param inARow how often the next epoch was undone since the last one that was kept
 */
public record DivergenceRecovery(int undone, double rate, int inARow) {
    /** A fit that never ran away. */
    public static final DivergenceRecovery NONE = new DivergenceRecovery(0, 1, 0);

    /** So many epochs are undone; the next one that runs away ends the fit. */
    static final int MOST = 12;

    /** Factor of the recurrent weights each time that an epoch runs away from the best network too. */
    private static final double WITHDRAWAL = 0.9;

    private static final double FACTOR = 0.5;

    /** After another epoch was undone. */
    DivergenceRecovery again() {
        return new DivergenceRecovery(undone + 1, rate * FACTOR, inARow + 1);
    }

    /** After an epoch that is kept. */
    DivergenceRecovery kept() {
        return inARow == 0 ? this : new DivergenceRecovery(undone, rate, 0);
    }

    /**
     * Parameters whose recurrent weights are smaller. An epoch that runs away from the best network too runs away at any
     * learning rate: that network is unstable for some trials. Smaller weights make every network stable in the end.
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
