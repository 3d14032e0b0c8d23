package org.dalescope.app.ui.perturbation;

/** The state of the perturbation view. */
sealed interface PerturbationState {
    /** No perturbation is possible, with the reason. */
    record Nothing(String why) implements PerturbationState {}

    /** The networks are being read and run once without a perturbation. */
    record Opening() implements PerturbationState {}

    /** The request is not valid; the sentence says why. */
    record Refused(String sentence) implements PerturbationState {}

    /** The result of the perturbation. */
    record Answered(PerturbationSnapshot picture) implements PerturbationState {}
}
