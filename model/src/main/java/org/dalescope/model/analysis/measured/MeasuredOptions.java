package org.dalescope.model.analysis.measured;

import java.util.Optional;
import org.dalescope.model.session.TimeWindow;

/**
 * The choices of a comparison with measured perturbations.
 *
 * @param current size of the current, 0 or positive; empty to take the one that explains the targeted neurons best
 * @param calibration the window in which the targeted neurons decide on the current; empty for that of the perturbation
 */
public record MeasuredOptions(Optional<Double> current, Optional<TimeWindow> calibration) {
    public static final MeasuredOptions NONE = new MeasuredOptions(Optional.empty(), Optional.empty());
}
