package org.dalescope.model.analysis.perturbation;

import java.util.List;
import org.dalescope.model.session.TimeWindow;

/**
 * A perturbation of a network: a time window and the interventions in it.
 *
 * @param interventions interventions that all act in the window; an empty list leaves the network intact
 */
public record Perturbation(TimeWindow window, List<Intervention> interventions) {
    /** The perturbation without interventions. */
    public static final Perturbation NONE = new Perturbation(TimeWindow.WHOLE, List.of());

    /** A perturbation with one intervention in the whole trial. */
    public static Perturbation always(Intervention intervention) {
        return new Perturbation(TimeWindow.WHOLE, List.of(intervention));
    }
}
