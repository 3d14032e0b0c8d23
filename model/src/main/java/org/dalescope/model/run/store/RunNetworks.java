package org.dalescope.model.run.store;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.FittedNetwork.AtEpoch;

/** Reads the networks in a run folder: the best one, and those of some earlier epochs. */
public final class RunNetworks {
    private RunNetworks() {}

    /**
     * Reads the best network with its course over training, joined by id with the session of the fit.
     *
     * @param fit of the run
     * @throws InputError if there is no network, it is damaged, or its neurons are not those of the session
     */
    public static FittedNetwork read(RunFolder run, Fit fit) {
        Network best = ParametersNpz.read(run);
        return FittedNetwork.joined(fit, best, course(run, fit, best));
    }

    /**
     * The networks of the kept epochs up to the best one; later epochs were discarded. Raw parameters contain only
     * units, so the best network gives the neuron of each unit.
     */
    private static List<AtEpoch> course(RunFolder run, Fit fit, Network best) {
        int bestEpoch = RunDescription.read(run).bestEpoch();
        Parameterisation parameterisation = fit.parameterisation();
        int length = parameterisation.layout().length();
        ParameterSeries series = ParameterSeries.read(run).upTo(bestEpoch - 1);
        if (series.raw().stream().anyMatch(raw -> raw.length != length)) {
            throw new InputError(
                    run.seriesNpz() + " does not belong to this run (its number of parameters differs). Delete"
                            + " it; only analyses over training need it.");
        }
        List<AtEpoch> course = new ArrayList<>();
        for (int i = 0; i < series.epochs().size(); i++) {
            course.add(new AtEpoch(
                    series.epochs().get(i),
                    parameterisation.network(series.raw().get(i)).withUnits(best.units())));
        }
        course.add(new AtEpoch(bestEpoch, best));
        return List.copyOf(course);
    }
}
