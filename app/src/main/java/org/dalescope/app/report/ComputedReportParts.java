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
 * What a report says beyond what the run's folder holds: it needs the session and takes a while, so that a fit ends without it.
 *
 * @param preflight the check of the session as it was fitted; empty where it was not looked at
 * @param leftOut what of the session the fit did not use, in words; may be empty
 * @param missing why something is not there, in sentences
 */
public record ComputedReportParts(
        Optional<SessionScreening> preflight, String leftOut, List<AnalysisResult> analyses, List<String> missing) {

    /** Nothing but the folder. */
    public static ComputedReportParts none(String why) {
        return new ComputedReportParts(Optional.empty(), "", List.of(), List.of(why));
    }

    /** Checks the session and does every analysis; one that refuses leaves its sentence. */
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
