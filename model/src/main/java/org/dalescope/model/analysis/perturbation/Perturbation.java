package org.dalescope.model.analysis.perturbation;

import java.util.List;

/**
 * What is done to a network, and when.
 *
 * @param interventions all of them act in the window; none leaves the network intact
 */
public record Perturbation(TimeWindow window, List<Intervention> interventions) {
    /** Nothing. */
    public static final Perturbation NONE = new Perturbation(TimeWindow.WHOLE, List.of());

    /** One intervention in the whole trial. */
    public static Perturbation always(Intervention intervention) {
        return new Perturbation(TimeWindow.WHOLE, List.of(intervention));
    }
}
