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
 * What every answer is held against.
 *
 * @param data averages of the trials, all conditions together
 */
record PerturbationReference(Psth data) {
    static PerturbationReference of(FittedCircuit circuit) {
        var fit = circuit.fit();
        return new PerturbationReference(Psth.of(fit.session(), fit.mask(), circuit.trialIds()));
    }

    /**
     * Asks the networks.
     *
     * @param everything whether selectivity is wanted too, which takes longer
     * @param start of the question, as {@link System#nanoTime}
     */
    PerturbationPicture picture(
            PerturbationExperiment laboratory, Perturbation perturbation, boolean everything, long start) {
        PerturbationRun run = laboratory.run(perturbation, Progress.SILENT);
        AnalysisResult result = everything ? laboratory.report(run) : PerturbationReport.withoutTables(run);
        return new PerturbationPicture(
                run, result, data, run.intactPsth(0), run.perturbedPsth(0), (System.nanoTime() - start) / 1e6);
    }
}
