package org.dalescope.app.ui.suite;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.ArmComparison;
import org.dalescope.model.suite.results.FitSummary;

/** A line of the table: an arm, or one of its fits. */
public sealed interface SuiteLine {
    /** The arm it belongs to. */
    String arm();

    /**
     * An arm with its seeds.
     *
     * @param isBase whether the others are compared with it
     * @param about what the arm is there for, and in which settings it differs from the base
     * @param leftOut why it is not fitted to this session; empty where it is
     * @param paused whether the suite rests
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
     * @param fit what it left; empty before its end
     * @param difference psth_r less that of the base with the same seed; NaN where either is missing
     */
    record FitLine(FitKey cell, SuiteFitState state, Optional<FitSummary> fit, double difference) implements SuiteLine {
        @Override
        public String arm() {
            return cell.arm();
        }
    }
}
