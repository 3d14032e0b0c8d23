package org.dalescope.model.training;

import org.dalescope.model.network.Network;

/** A network and the fit that it came from. */
public record FittedNetwork(Fit fit, Network network) {}
