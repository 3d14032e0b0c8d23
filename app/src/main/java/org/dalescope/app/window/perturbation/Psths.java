package org.dalescope.app.window.perturbation;

import org.dalescope.model.analysis.AnalysisResult;
import org.dalescope.model.analysis.AnalysisWatch;
import org.dalescope.model.analysis.FittedCircuit;
import org.dalescope.model.analysis.perturbation.Perturbation;
import org.dalescope.model.analysis.perturbation.PerturbationLaboratory;
import org.dalescope.model.analysis.perturbation.PerturbationReport;
import org.dalescope.model.analysis.perturbation.PerturbationRun;
import org.dalescope.model.psth.Psth;

/**
 * What every answer is held against.
 *
 * @param data averages of the trials, all conditions together
 */
record Psths(Psth data) {
    static Psths of(FittedCircuit circuit) {
        var fit = circuit.fit();
        return new Psths(Psth.of(fit.session(), fit.mask(), circuit.trialIds()));
    }

    /**
     * Asks the networks.
     *
     * @param everything whether selectivity is wanted too, which takes longer
     * @param start of the question, as {@link System#nanoTime}
     */
    PerturbationPicture picture(
            PerturbationLaboratory laboratory, Perturbation perturbation, boolean everything, long start) {
        PerturbationRun run = laboratory.run(perturbation, AnalysisWatch.SILENT);
        AnalysisResult result = everything ? laboratory.report(run) : PerturbationReport.withoutTables(run);
        return new PerturbationPicture(
                run, result, data, run.intactPsth(0), run.perturbedPsth(0), (System.nanoTime() - start) / 1e6);
    }
}
