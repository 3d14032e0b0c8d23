package org.dalescope.model.run.store;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitState;
import org.dalescope.model.training.Validation;

/** Adds the PSTHs and time constants of the best epoch to the content of {@code views.npz} in a run folder. */
public final class BestEpochViews {
    private BestEpochViews() {}

    public static RunViews of(Fit fit, Network best, RecurrentEngine engine, RunViews views, FitState state) {
        return views.with(conditions(Validation.statistics(fit, best, engine)), state.tauMs());
    }

    /** The PSTH of the model in every condition. */
    public static List<double[]> conditions(RateStatistics validation) {
        List<double[]> psths = new ArrayList<>();
        for (int group = Validation.FIRST_CONDITION; group < validation.groups(); group++) {
            psths.add(validation.psth(group));
        }
        return List.copyOf(psths);
    }
}
