package org.dalescope.model.run.store;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.FittedNetwork.AtEpoch;

/** The networks that a run folder keeps: the best one, and a few on the way to it. */
public final class RunNetworks {
    private RunNetworks() {}

    /**
     * The best network with its course over training, joined by id with the fit's session.
     *
     * @param fit of the run
     * @throws InputError where there is no network, it is damaged, or its neurons are not the session's
     */
    public static FittedNetwork read(RunFolder run, Fit fit) {
        Network best = ParametersNpz.read(run);
        return FittedNetwork.joined(fit, best, course(run, fit, best));
    }

    /** Raw parameters know units alone; which neuron each stands for, the best network says. Only epochs up to the best one: what came later was given up. */
    private static List<AtEpoch> course(RunFolder run, Fit fit, Network best) {
        int bestEpoch = RunDescription.read(run).bestEpoch();
        Parameterisation parameterisation = fit.parameterisation();
        int length = parameterisation.layout().length();
        ParameterSeries series = ParameterSeries.read(run).upTo(bestEpoch - 1);
        if (series.raw().stream().anyMatch(raw -> raw.length != length)) {
            throw new InputError(
                    run.seriesNpz() + " does not belong to this run (its parameters are of another number): delete"
                            + " it, only analyses over training need it.");
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
