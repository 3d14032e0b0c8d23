package org.dalescope.app.ui.analysis;

import org.dalescope.model.analysis.core.AnalysisResult;

/** What there is to see of the chosen analysis. */
public sealed interface AnalysisState {
    /** There is no run whose fit has ended. */
    record NoRun(String why) implements AnalysisState {}

    /** The test partition is wanted; looking at it is counted, so it is asked first. */
    record AsksForTest(String words) implements AnalysisState {}

    /** It is being computed. */
    record Working() implements AnalysisState {}

    /** It was cancelled or it refused; it may be asked for again. */
    record Without(String why) implements AnalysisState {}

    /** It is there. */
    record Done(AnalysisResult result) implements AnalysisState {}
}
