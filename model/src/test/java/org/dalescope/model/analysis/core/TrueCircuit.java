package org.dalescope.model.analysis.core;

import java.util.Arrays;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.session.synthetic.SyntheticTruth;

/** The circuit behind a synthetic session as a network, to be looked at as a fitted one is. */
public final class TrueCircuit {
    private TrueCircuit() {}

    /** The network that made a session with these settings. */
    public static Network of(SyntheticSettings settings, Session session) {
        SyntheticTruth truth = SyntheticTruth.of(settings);
        int excitatory =
                (int) Arrays.stream(truth.unitType()).filter(type -> type > 0).count();
        int[] ids = session.neurons().stream().mapToInt(Neuron::id).toArray();
        return new Network(
                new UnitMap(excitatory, truth.unitType().length - excitatory, ids, truth.recordedUnit()),
                session.channels().size(),
                flat(truth.weights()),
                flat(truth.inputWeights()),
                truth.bias(),
                truth.start(),
                truth.gain(),
                truth.tauMs(),
                truth.alpha());
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
