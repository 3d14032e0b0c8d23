package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.UserError;
import org.dalescope.model.analysis.AnalysisKind;
import org.dalescope.model.analysis.AnalysisResult;
import org.dalescope.model.analysis.AnalysisWatch;
import org.dalescope.model.analysis.FittedCircuit;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.preflight.Preflight;
import org.dalescope.model.training.Fit;

/**
 * What a report says beyond what the run's folder holds: it needs the session and takes a while, so that a fit ends without it.
 *
 * @param preflight the check of the session as it was fitted; empty where it was not looked at
 * @param leftOut what of the session the fit did not use, in words; may be empty
 * @param missing why something is not there, in sentences
 */
public record Evidence(
        Optional<Preflight> preflight, String leftOut, List<AnalysisResult> analyses, List<String> missing) {

    /** Nothing but the folder. */
    public static Evidence none(String why) {
        return new Evidence(Optional.empty(), "", List.of(), List.of(why));
    }

    /** Checks the session and does every analysis; one that refuses leaves its sentence. */
    public static Evidence of(FittedCircuit circuit, RecurrentEngine engine, AnalysisWatch watch) {
        Fit fit = circuit.fit();
        Preflight preflight =
                Preflight.of(fit.session(), fit.configuration().data().maskOrigin());
        List<AnalysisResult> results = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (AnalysisKind kind : AnalysisKind.values()) {
            try {
                results.add(kind.of(circuit, engine, watch));
            } catch (UserError refusal) {
                missing.add("Analysis '" + kind.key() + "': " + refusal.sentence());
            }
        }
        return new Evidence(Optional.of(preflight), fit.leftOut().words(), List.copyOf(results), List.copyOf(missing));
    }
}
