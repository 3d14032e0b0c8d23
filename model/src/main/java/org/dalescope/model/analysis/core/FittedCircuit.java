package org.dalescope.model.analysis.core;

import java.util.List;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;

/**
 * A fitted circuit, which every analysis uses: the networks fitted to one session on one split, one per seed, and the
 * trials on which they are analysed.
 *
 * @param members at least one
 * @param trialIds trials of the session that the analyses use
 */
public record FittedCircuit(List<FittedNetwork> members, int[] trialIds) {
    /** The first fit, whose session, mask and neurons all members share. */
    public Fit fit() {
        return members.getFirst().fit();
    }

    /** The rates of a member on the trials, with the noise that it was scored with. */
    public ModelRates rates(FittedNetwork member, RecurrentEngine engine) {
        return member.rates(trialIds, engine);
    }
}
