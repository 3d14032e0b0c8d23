package org.dalescope.app.ui.perturbation;

import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.perturbation.Perturbation;
import org.dalescope.model.analysis.perturbation.PerturbationExperiment;
import org.dalescope.model.analysis.perturbation.PerturbationReport;
import org.dalescope.model.analysis.perturbation.PerturbationRun;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.psth.Psth;

/**
 * The data with which the perturbation view compares every perturbation of the networks.
 *
 * @param data the averages of the trials over all conditions
 */
record PerturbationReference(Psth data) {
    static PerturbationReference of(FittedCircuit circuit) {
        var fit = circuit.fit();
        return new PerturbationReference(Psth.of(fit.session(), fit.mask(), circuit.trialIds()));
    }

    /**
     * Runs a perturbation on the networks.
     *
     * @param everything whether selectivity is computed too, which takes longer
     * @param start the time of the request, as {@link System#nanoTime}
     */
    PerturbationSnapshot picture(
            PerturbationExperiment laboratory, Perturbation perturbation, boolean everything, long start) {
        PerturbationRun run = laboratory.run(perturbation, Progress.SILENT);
        AnalysisResult result = everything ? laboratory.report(run) : PerturbationReport.withoutTables(run);
        return new PerturbationSnapshot(
                run,
                result,
                data,
                run.allDiverge() ? run.intactPsthOfAll(0) : run.intactPsth(0),
                run.perturbedPsth(0),
                (System.nanoTime() - start) / 1e6);
    }
}
