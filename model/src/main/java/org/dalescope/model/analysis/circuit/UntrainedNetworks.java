package org.dalescope.model.analysis.circuit;

import org.dalescope.model.network.Initialisation;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;

/** Networks at initialisation, before training: the null that several analyses of fitted circuits share. */
public final class UntrainedNetworks {
    private UntrainedNetworks() {}

    /** The network of a fit before its first step, from the seed of the fit. */
    public static FittedNetwork of(FittedNetwork member) {
        return new FittedNetwork(member.fit(), network(member.fit()));
    }

    private static Network network(Fit fit) {
        Parameterisation parameterisation = fit.parameterisation();
        return parameterisation.network(Initialisation.of(parameterisation, fit.trainingRates(), fit.seed()));
    }
}
