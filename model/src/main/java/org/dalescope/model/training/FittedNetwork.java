package org.dalescope.model.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;

/**
 * A trained network together with the fit that produced it.
 *
 * @param course the fit's networks at some epochs, the earliest first and this one last; only this one if no others
 *     were kept; empty if the earlier epochs are not known
 */
public record FittedNetwork(Fit fit, Network network, List<AtEpoch> course) {
    /** The network after an epoch; 0 is before the first. */
    public record AtEpoch(int epoch, Network network) {}

    /** A network without those of earlier epochs. */
    public FittedNetwork(Fit fit, Network network) {
        this(fit, network, List.of());
    }

    /** The rates of all units on some trials, with the noise that the network is scored with. */
    public ModelRates rates(int[] trialIds, RecurrentEngine engine) {
        float[] rates = engine.rates(network, Batch.of(fit.session(), trialIds), Validation.noise(fit));
        return new ModelRates(network.units(), trialIds, fit.session().bins(), rates);
    }

    /**
     * The network with its neurons in the order of the fit's session; they are matched by id.
     *
     * @throws InputError if the network lacks one of the session's neurons or has it with another type
     */
    public static FittedNetwork joined(Fit fit, Network network, List<AtEpoch> course) {
        return new FittedNetwork(
                fit,
                joined(fit.session(), network),
                course.stream()
                        .map(at -> new AtEpoch(at.epoch(), joined(fit.session(), at.network())))
                        .toList());
    }

    private static Network joined(Session session, Network network) {
        UnitMap map = network.units();
        Map<Integer, Integer> unitOf = new HashMap<>();
        for (int i = 0; i < map.recorded(); i++) {
            unitOf.put(map.neuronIds()[i], map.recordedUnit()[i]);
        }
        List<Neuron> neurons = session.neurons();
        int[] ids = neurons.stream().mapToInt(Neuron::id).toArray();
        int[] units =
                neurons.stream().mapToInt(neuron -> unit(neuron, map, unitOf)).toArray();
        if (ids.length != map.recorded()) {
            throw new InputError("The session has " + ids.length + " neurons and the run's network " + map.recorded()
                    + ": open the session with the mapping that the run was fitted with.");
        }
        return Arrays.equals(ids, map.neuronIds())
                ? network
                : network.withUnits(new UnitMap(map.excitatory(), map.inhibitory(), map.unknown(), ids, units));
    }

    private static int unit(Neuron neuron, UnitMap map, Map<Integer, Integer> unitOf) {
        Integer unit = unitOf.get(neuron.id());
        if (unit == null) {
            throw new InputError("The run's network has no neuron " + neuron.id()
                    + ": open the session with the mapping that the run was fitted with.");
        }
        if (map.type(unit) != neuron.type()) {
            String fitted = map.type(unit).letter();
            throw new InputError(
                    "Neuron " + neuron.id() + " is " + neuron.type().letter() + " in the session and " + fitted
                            + " in the run: open the session with the mapping that the run was fitted with, or fit"
                            + " again.");
        }
        return unit;
    }
}
