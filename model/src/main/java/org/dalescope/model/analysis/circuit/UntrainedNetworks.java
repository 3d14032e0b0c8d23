package org.dalescope.model.analysis.circuit;

import org.dalescope.model.network.Initialisation;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;

/** The networks that fits began with: the null for whatever a fit is said to have found. */
public final class UntrainedNetworks {
    private UntrainedNetworks() {}

    /** A fit's network before its first step, by the fit's own seed. */
    public static FittedNetwork of(FittedNetwork member) {
        return new FittedNetwork(member.fit(), network(member.fit()));
    }

    private static Network network(Fit fit) {
        Parameterisation parameterisation = fit.parameterisation();
        return parameterisation.network(Initialisation.of(parameterisation, fit.trainingRates(), fit.seed()));
    }
}
