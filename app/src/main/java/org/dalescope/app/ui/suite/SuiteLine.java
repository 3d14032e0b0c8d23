package org.dalescope.app.ui.suite;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.ArmComparison;
import org.dalescope.model.suite.results.FitSummary;

/** A row of the table in the suite view: an arm, or one of its fits. */
public sealed interface SuiteLine {
    /** The arm that the row belongs to. */
    String arm();

    /**
     * An arm with its seeds.
     *
     * @param isBase whether the others are compared with it
     * @param about the purpose of the arm, and the settings in which it differs from the base
     * @param leftOut why the arm is not fitted to this session; empty if it is
     * @param paused whether the suite is paused
     */
    record ArmLine(
            ArmComparison row,
            boolean isBase,
            String about,
            List<FitLine> fits,
            Optional<String> leftOut,
            boolean paused)
            implements SuiteLine {
        @Override
        public String arm() {
            return row.arm().name();
        }

        int count(Class<? extends SuiteFitState> kind) {
            return (int)
                    fits.stream().filter(fit -> kind.isInstance(fit.state())).count();
        }
    }

    /**
     * An arm's fit with one seed.
     *
     * @param fit the summary of the fit; empty before its end
     * @param difference psth_r minus that of the base with the same seed; NaN if either is missing
     */
    record FitLine(FitKey cell, SuiteFitState state, Optional<FitSummary> fit, double difference) implements SuiteLine {
        @Override
        public String arm() {
            return cell.arm();
        }
    }
}
