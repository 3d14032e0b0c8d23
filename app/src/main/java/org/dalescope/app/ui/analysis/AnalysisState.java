package org.dalescope.app.ui.analysis;

import org.dalescope.model.analysis.core.AnalysisResult;

/** The state of the chosen analysis as the analyses view shows it. */
public sealed interface AnalysisState {
    /** No run with an ended fit is shown. */
    record NoRun(String why) implements AnalysisState {}

    /** The test partition is chosen. Every use of it is counted, so the user is asked first. */
    record AsksForTest(String words) implements AnalysisState {}

    /** The analysis is being computed. */
    record Working() implements AnalysisState {}

    /** The analysis was cancelled or failed; the user may compute it again. */
    record Without(String why) implements AnalysisState {}

    /** The analysis is complete. */
    record Done(AnalysisResult result) implements AnalysisState {}
}
