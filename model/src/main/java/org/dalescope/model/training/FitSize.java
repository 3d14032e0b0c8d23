package org.dalescope.model.training;

import org.dalescope.model.engine.Workload;
import org.dalescope.model.network.NetworkSpec;
import org.dalescope.model.network.ParameterLayout;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;

/**
 * The size of a fit, computed before its training is started.
 *
 * @param parameters number of learned values
 * @param epochFlops floating-point operations of the matrix products of an epoch: forward once, backward twice as much
 */
public record FitSize(int units, int parameters, double epochFlops) {
    private static final double PASSES = 3;

    /**
     * The size of a fit, with the share of the trials that the settings train on.
     *
     * @throws InputError if such a fit is not possible
     */
    public static FitSize of(Fit fit) {
        Session kept = fit.session();
        Configuration configuration = fit.configuration();
        NetworkSpec spec = fit.parameterisation().spec();
        double train = kept.trials()
                * (1
                        - configuration.data().validationShare()
                        - configuration.data().testShare());
        Workload epoch = new Workload(
                (int) Math.round(train),
                kept.bins(),
                spec.units().units(),
                spec.inputs(),
                spec.units().recorded());
        int parameters = ParameterLayout.of(spec).length() - spec.inputMask().ruledOut();
        return new FitSize(spec.units().units(), parameters, PASSES * epoch.productFlops());
    }
}
