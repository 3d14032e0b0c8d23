package org.dalescope.app.ui.perturbation;

/** What there is to see. */
sealed interface PerturbationState {
    /** Why nothing can be asked. */
    record Nothing(String why) implements PerturbationState {}

    /** The networks are read and run once as they are. */
    record Opening() implements PerturbationState {}

    /** The question makes no sense; the sentence says why. */
    record Refused(String sentence) implements PerturbationState {}

    /** The answer. */
    record Answered(PerturbationPicture picture) implements PerturbationState {}
}
