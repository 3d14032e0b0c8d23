package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.UserError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.scoring.screening.SessionScreening;
import org.dalescope.model.training.Fit;

/**
 * The parts of a run's HTML report that must be computed from the session: the data check and the analyses. They take
 * some time, so the report at the end of a fit does not contain them.
 *
 * @param preflight the check of the session as it was fitted; empty if it was not done
 * @param leftOut description of the data that the fit did not use; may be empty
 * @param missing reasons for missing parts, as sentences
 */
public record ComputedReportParts(
        Optional<SessionScreening> preflight, String leftOut, List<AnalysisResult> analyses, List<String> missing) {

    /** No computed parts. */
    public static ComputedReportParts none(String why) {
        return new ComputedReportParts(Optional.empty(), "", List.of(), List.of(why));
    }

    /** Checks the session and runs every analysis. If an analysis is not possible, its error is listed instead. */
    public static ComputedReportParts of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        Fit fit = circuit.fit();
        SessionScreening preflight =
                SessionScreening.of(fit.session(), fit.configuration().data().maskOrigin());
        List<AnalysisResult> results = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (AnalysisKind kind : AnalysisKind.values()) {
            try {
                results.add(kind.of(circuit, engine, watch));
            } catch (UserError refusal) {
                missing.add("Analysis '" + kind.key() + "': " + refusal.sentence());
            }
        }
        return new ComputedReportParts(
                Optional.of(preflight), fit.leftOut().words(), List.copyOf(results), List.copyOf(missing));
    }
}
